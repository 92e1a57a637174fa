import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { DomainError } from '../kernel/errors.js'
import type { AppEnv } from '../platform/http/env.js'
import type { AccessDeps } from './deps.js'

/** What a verb of somebody not yet known gets from the request. */
export const anonymousContext = (deps: AccessDeps, c: HonoContext<AppEnv>) => ({
  db: deps.db,
  clock: deps.clock,
  log: c.var.log,
  requestId: c.var.requestId,
  address: addressOf(deps, c),
})

/** Where the request comes from, for counting attempts and for the audit trail. */
export function addressOf(deps: AccessDeps, c: HonoContext<AppEnv>): string {
  return deps.addressOf?.(c) ?? getConnInfo(c).remote.address ?? 'unknown'
}

/** A refusal that names a wait also says it in the header every HTTP client understands. */
export async function withRetryAfter<T>(
  c: HonoContext<AppEnv>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const seconds = error instanceof DomainError ? error.details['retryAfterSeconds'] : undefined
    if (typeof seconds === 'number') c.header('retry-after', String(seconds))
    throw error
  }
}
