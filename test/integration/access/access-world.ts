import { Secret, TOTP } from 'otpauth'
import { pino } from 'pino'
import {
  type AccessDeps,
  accessRoutes,
  apiKeyRoutes,
  hashPassword,
  requireActor,
} from '../../../src/access/index.js'
import type { UserId } from '../../../src/kernel/ids.js'
import { groupingRoutes, userRoutes } from '../../../src/members/index.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { openWorld, type World } from '../../builders/world.js'

export const PASSWORD = 'Comprimés-2026!'
export const ORIGIN = 'https://navette.example.fr'

/** Hashing costs 40 ms on purpose: once per file is enough. */
const passwordHash = hashPassword(PASSWORD)

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the wire, where nothing is typed.
  readonly body: any
}

export interface AccessWorld extends World {
  readonly deps: AccessDeps
  /** Sends a request from `address`; a body makes it a POST. */
  send(path: string, wish?: RequestWish): Promise<Answer>
  /** A person who can sign in with `PASSWORD`. */
  person(): Promise<{ userId: UserId; email: string }>
  /** Signs in and gives the bearer token. */
  signedIn(email: string): Promise<string>
}

interface RequestWish {
  readonly body?: unknown
  readonly method?: string
  readonly token?: string
  readonly cookie?: string
  readonly address?: string
  readonly headers?: Readonly<Record<string, string>>
}

export async function openAccessWorld(more: Partial<AccessDeps> = {}): Promise<AccessWorld> {
  const world = await openWorld({ connections: 10 })
  const deps: AccessDeps = {
    db: world.db,
    clock: world.clock.now,
    publicUrl: ORIGIN,
    secret: 'a secret of at least thirty-two characters',
    addressOf: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
    ...more,
  }
  const app = applicationOf(deps)

  const send: AccessWorld['send'] = async (path, wish = {}) => {
    const { body, token, cookie, address } = wish
    const response = await app.request(path, {
      method: wish.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(cookie !== undefined && { cookie }),
        ...(address !== undefined && { 'x-test-address': address }),
        ...wish.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }

  return {
    ...world,
    deps,
    send,
    person: async () => {
      const userId = await world.given.user()
      const { email } = await world.owner.prisma.appUser.update({
        where: { id: userId },
        data: { passwordHash: await passwordHash },
      })
      return { userId, email }
    },
    signedIn: async (email) => {
      const answer = await send('/api/auth/sign-in/email', { body: { email, password: PASSWORD } })
      return answer.body.token
    },
  }
}

function applicationOf(deps: AccessDeps) {
  const app = createRouter()
  const log = pino({ level: 'silent' })
  app.onError(onError)
  app.use(async (c, next) => {
    c.set('requestId', 'test')
    c.set('log', log)
    c.set('checksReplies', true)
    await next()
  })
  app.route('/api/auth', accessRoutes(deps))
  app.use('/api/v1/*', requireActor(deps))
  app.route('/api/v1/api-keys', apiKeyRoutes)
  app.route('/api/v1/groupings', groupingRoutes)
  app.route('/api/v1/users', userRoutes)
  return app
}

/** The code an authenticator application shows at an instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
