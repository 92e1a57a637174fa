import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { targets } from '../../jobs/registry.js'
import { hashPassword } from '../../src/access/index.js'
import { type ApiDependencies, createApi } from '../../src/api.js'
import { openProductSearch } from '../../src/catalogue/index.js'
import { readConfig } from '../../src/config.js'
import type { UserId } from '../../src/kernel/ids.js'
import { openBlobs } from '../../src/platform/blobs/index.js'
import { openEventHub } from '../../src/platform/events/index.js'
import { createMetrics } from '../../src/platform/http/metrics.js'
import { openQueues } from '../../src/platform/queues/index.js'
import { Caller } from './caller.js'
import { runWaitingJobs } from './waiting-jobs.js'
import { openWorld, type RoleWish, type World } from './world.js'

export const PASSWORD = 'Comprimés-2026!'
const SECRET = 'a secret of at least thirty-two characters'
/** Twelve hours: a story may last a day between two sign-ins. */
const IDLE_MINUTES = '720'

/** Hashing is slow on purpose: once per file is enough. */
const passwordHash = hashPassword(PASSWORD)

/** The whole API on a real port, over a private database. */
export interface HttpWorld extends World {
  readonly url: string
  /** Whoever has no session. */
  readonly anybody: Caller
  /** Signs in by e-mail and password and keeps the cookie, as a browser does. */
  signIn(email: string, password?: string): Promise<Caller>
  /** A new person with these roles, signed in. */
  person(...wishes: RoleWish[]): Promise<Caller>
  /** What the API was composed of. */
  readonly deps: ApiDependencies
  /** Runs the jobs that committed requests asked for, and those these ask for; answers their names. */
  runJobs(): Promise<readonly string[]>
}

/** Call it in `beforeAll`, and `close()` in `afterAll`; `replaced` swaps a dependency for a failing one. */
export async function openHttpWorld(replaced: Partial<ApiDependencies> = {}): Promise<HttpWorld> {
  const world = await openWorld({ connections: 12 })
  const folder = mkdtempSync(join(tmpdir(), 'navette-http-'))
  const deps = { ...(await dependenciesOf(world, folder)), ...replaced }
  const server = await listening(createApi(deps).fetch)
  const url = `http://127.0.0.1:${portOf(server)}`

  const anybody = new Caller({ url })
  const signIn = async (email: string, password = PASSWORD): Promise<Caller> => {
    const answer = await anybody.send('POST', '/api/auth/sign-in/email', {
      body: { email, password },
    })
    if (answer.status !== 200) throw new Error(`${email} may not sign in: ${answer.text}`)
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return new Caller({ url, cookie, email, userId: answer.body.user.id })
  }
  const person = async (...wishes: RoleWish[]): Promise<Caller> => {
    const userId = await world.given.user()
    for (const wish of wishes) await world.given.grant({ userId, ...wish })
    return signIn(await withPassword(world, userId))
  }
  return {
    ...world,
    url,
    anybody,
    deps,
    signIn,
    person,
    runJobs: () => runWaitingJobs(deps, targets),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
      await deps.hub.close()
      await deps.queues.close()
      rmSync(folder, { recursive: true, force: true })
      await world.close()
    },
  }
}

async function dependenciesOf(world: World, folder: string): Promise<ApiDependencies> {
  const { db, urls } = world
  const log = pino({ level: 'silent' })
  const clock = world.clock.now
  const hub = openEventHub({ databaseUrl: urls.app, log })
  await hub.ready
  return {
    config: readConfig({
      DATABASE_APP_URL: urls.app,
      NAVETTE_SECRET: SECRET,
      NAVETTE_CHECK_REPLIES: 'true',
      NAVETTE_SESSION_IDLE_MINUTES: IDLE_MINUTES,
      PUBLIC_URL: 'http://localhost',
    }),
    secret: SECRET,
    db,
    queues: openQueues({ databaseUrl: urls.app, log }),
    blobs: openBlobs(folder),
    hub,
    search: openProductSearch({ db, clock, log }),
    screens: new Map(),
    clock,
    log,
    metrics: createMetrics(),
  }
}

async function withPassword({ owner }: World, userId: UserId): Promise<string> {
  const { email } = await owner.prisma.appUser.update({
    where: { id: userId },
    data: { passwordHash: await passwordHash },
  })
  return email
}

function listening(fetch: Parameters<typeof serve>[0]['fetch']): Promise<Server> {
  return new Promise((ready) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => ready(asServer(server)))
  })
}

/** The one cast here: without a custom factory, the adapter makes a plain `node:http` server. */
const asServer = (server: ReturnType<typeof serve>): Server => server as Server

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('Listens on a port')
  return address.port
}
