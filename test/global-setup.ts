import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres, tryLock } from '../src/platform/db/embedded/index.js'
import { deployMigrations, deployQueueSchema } from '../src/platform/db/migrations/index.js'
import { startTestRedis } from './test-redis.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server, as its owner; ask `freshDatabase()` for a database. */
    pgUrl: string
    pgTemplate: string
    appRolePassword: string
    /** Empty when this machine has no Redis: suites that need it skip and say so. */
    redisUrl: string
  }
}

interface TestServer {
  readonly url: string
  /** On a server of our own no other run has databases. */
  readonly isOurs: boolean
  stop(): Promise<void>
}

const LOCAL = resolve(import.meta.dirname, '..', '.local')
const STALE_AFTER_MS = 2 * 3_600_000

/** One server and one migrated template for the whole run; each test file copies the template. */
// A default export because vitest calls nothing else.
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['NAVETTE_TEST_DATABASE_URL']
  const server = external ? externalServer(external) : await ownServer()
  try {
    await dropStaleDatabases(server)
    const appRolePassword = createHash('sha256').update(server.url).digest('hex')
    const template = await createTemplate(server, appRolePassword)
    const redis = await startTestRedis()

    project.provide('pgUrl', server.url)
    project.provide('pgTemplate', template)
    project.provide('appRolePassword', appRolePassword)
    project.provide('redisUrl', redis?.url ?? '')
    return async () => {
      await redis?.stop()
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

function externalServer(url: string): TestServer {
  return { url, isOurs: false, stop: () => Promise.resolve() }
}

/** The first cluster no other run uses, so that two runs in one checkout never meet. */
async function ownServer(): Promise<TestServer> {
  const folder = join(LOCAL, 'test-postgres')
  mkdirSync(folder, { recursive: true })
  for (let slot = 1; ; slot += 1) {
    const lock = tryLock(join(folder, `${slot}.lock`))
    if (!lock) continue
    const postgres = await startEmbeddedPostgres({
      directory: join(folder, String(slot)),
      durable: false,
    })
    const stop = async () => {
      await postgres.stop()
      lock.release()
    }
    return { url: postgres.url(), isOurs: true, stop }
  }
}

/** Leftovers of killed runs. On a shared server, only what no living run can still be using. */
async function dropStaleDatabases({ url, isOurs }: TestServer): Promise<void> {
  await asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^navette_(test|template)_'`,
    )
    for (const { datname } of rows) {
      const madeAt = Number.parseInt(datname.split('_')[2] ?? '', 36)
      if (!isOurs && Date.now() - madeAt < STALE_AFTER_MS) continue
      await owner.query(`drop database "${datname}" with (force)`)
    }
  })
}

async function createTemplate(server: TestServer, appRolePassword: string): Promise<string> {
  const template = `navette_template_${Date.now().toString(36)}_${process.pid}`
  const url = new URL(server.url)
  url.pathname = `/${template}`

  await asOwner(server.url, (owner) => owner.query(`create database ${template}`))
  await deployMigrations(url.href)
  await deployQueueSchema(url.href)
  await asOwner(server.url, async (owner) => {
    const { rowCount } = await owner.query(`select from pg_roles where rolname = 'navette_app'`)
    if (rowCount === 0) return
    await owner.query(`alter role navette_app login password '${appRolePassword}'`)
  })
  return template
}

async function asOwner<Result>(
  url: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
