import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

/**
 * Runs `work` with the system scope inside the caller's transaction, for what row security hides from
 * an administrator (sessions, roles in other groupings). The scope ends with `work`; when `work`
 * throws, it ends with the transaction that the exception rolls back.
 */
export async function withSystemScope<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`select set_config('navette.system', 'on', true)`
  const answer = await work()
  await tx.$executeRaw`select set_config('navette.system', '', true)`
  return answer
}

/**
 * The context without its idempotency claim, for verbs that receive or answer a secret: the claim would
 * keep the answer in clear, and a fast digest of the request.
 */
export function keepingNoAnswer<C extends Context>(ctx: C): Omit<C, 'idempotency'> {
  const { idempotency: _, ...rest } = ctx
  return rest
}
