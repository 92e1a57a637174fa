import type { Context } from '../platform/context.js'
import { asSystem } from '../platform/db/transaction.js'

/**
 * Days that a handed-over message and a stored answer are kept. Longer than any device stays offline
 * with a request to repeat, and than the queue remembers a finished job.
 */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

export interface PrunedRecords {
  readonly messages: number
  readonly answers: number
}

/** Forgets handed-over outbox messages and stored answers that nothing will ask for again. */
export async function pruneRecords(ctx: Context): Promise<PrunedRecords> {
  const before = new Date(ctx.clock().getTime() - KEPT_DAYS * DAY_MS)
  return asSystem(ctx.db, async (tx) => {
    const messages = await tx.$executeRaw`
      delete from outbox_message where published_at < ${before}`
    const answers = await tx.$executeRaw`
      delete from idempotency_record where created_at < ${before}`
    return { messages, answers }
  })
}
