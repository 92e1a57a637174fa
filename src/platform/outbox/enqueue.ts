import type { JobDeclaration } from '../../../jobs/declare.js'
import type { GroupingId } from '../../kernel/ids.js'
import type { Context } from '../context.js'
import type { Tx } from '../db/transaction.js'

/** Wakes the relays of every process when, and only if, the transaction that enqueues commits. */
export const OUTBOX_CHANNEL = 'navette_outbox'

/**
 * Asks for a job in the caller's transaction: it will run if and only if this commits.
 * The payload is checked here, so that a malformed one never reaches the queue.
 * @throws ZodError on a payload that does not fit its declaration
 */
export async function enqueue<Payload>(
  tx: Tx,
  ctx: Context,
  declaration: JobDeclaration<Payload>,
  { payload, groupingId }: { payload: Payload; groupingId: GroupingId | null },
): Promise<void> {
  const checked = declaration.payload.parse(payload)
  // One statement: every write verb that enqueues would pay for a second trip to the server.
  await tx.$executeRaw`
    with message as (
      insert into outbox_message (job_name, job_id, payload, grouping_id, request_id, created_at)
      values (${declaration.name}, ${declaration.jobId(checked)}, ${JSON.stringify(checked)}::jsonb,
        ${groupingId}::uuid, ${ctx.requestId}, ${ctx.clock()}))
    select pg_notify(${OUTBOX_CHANNEL}, '')`
}
