import { createMiddleware } from 'hono/factory'
import { DomainError } from '../kernel/errors.js'
import type { Context } from '../platform/context.js'
import type { AppEnv } from '../platform/http/env.js'
import { type Caller, identify, type SessionContext } from './caller.js'
import type { AccessDeps } from './deps.js'
import { requireOwnOrigin } from './origin.js'

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sets `c.var.ctx` for whoever proves who they are, by cookie, session token or API key.
 * @throws DomainError `unauthenticated` no valid proof · `forbidden` no role in force today, a key used
 * beyond its scopes, or a cookie sent by another site
 */
export const requireActor = (deps: AccessDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const caller = await recognised(deps, c.req.raw)
    if (caller.actor.grants.length === 0) {
      throw new DomainError('forbidden', 'This account has no role in force today')
    }
    if (caller.via === 'api-key') requireScope(caller.scopes, c.req.method, c.req.path)
    c.set('ctx', contextOf(deps, caller, c.var))
    return next()
  })

/**
 * As `requireActor` for what people do with their own account: roles do not matter, machines have none.
 * @throws DomainError `unauthenticated` · `forbidden` for an API key
 */
export const requireSession = (deps: AccessDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const caller = await recognised(deps, c.req.raw)
    if (caller.via === 'api-key') {
      throw new DomainError('forbidden', 'An API key has no session: sign in with a password')
    }
    c.set('ctx', contextOf(deps, caller, c.var))
    return next()
  })

/** The session behind a request that went through `requireSession`. */
export function sessionContextOf(ctx: Context): SessionContext {
  if (hasSession(ctx)) return ctx
  throw new DomainError('unauthenticated', 'Sign in first')
}

const hasSession = (ctx: Context): ctx is SessionContext => 'session' in ctx

async function recognised(deps: AccessDeps, request: Request): Promise<Caller> {
  const caller = await identify(deps, request.headers)
  if (caller === undefined) throw new DomainError('unauthenticated', 'Sign in first')
  if (caller.via === 'cookie') requireOwnOrigin(request, deps.publicUrl)
  return caller
}

function contextOf(
  { db, clock }: AccessDeps,
  caller: Caller,
  { log, requestId }: Pick<AppEnv['Variables'], 'log' | 'requestId'>,
): Context | SessionContext {
  const ctx: Context = { db, clock, log, requestId, actor: caller.actor }
  return caller.via === 'api-key' ? ctx : { ...ctx, session: caller.session }
}

/**
 * A key reads with `read` and changes with `write`; named collections narrow it to those.
 * @throws DomainError `forbidden`
 */
function requireScope(scopes: readonly string[], method: string, path: string): void {
  const needed = READING_METHODS.has(method) ? 'read' : 'write'
  const collections = scopes.filter((scope) => scope !== 'read' && scope !== 'write')
  const [, collection = ''] = /^\/api\/v\d+\/([^/]+)/.exec(path) ?? []
  const isWithin = collections.length === 0 || collections.includes(collection)
  if (scopes.includes(needed) && isWithin) return
  throw new DomainError(
    'forbidden',
    `This API key lacks the scope for ${needed} on ${collection}`,
    {
      needs: isWithin ? [needed] : [needed, collection],
    },
  )
}
