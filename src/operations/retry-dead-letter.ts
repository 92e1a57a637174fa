import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { GroupingId } from '../kernel/ids.js'
import { requireAnyRole, requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { DeadLetter } from '../platform/db/generated/client.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { OUTBOX_CHANNEL } from '../platform/outbox/enqueue.js'
import { deadLetterView } from './list-dead-letters.js'
import type { DeadLetterView } from './schema.js'

/**
 * Puts a job that gave up back to work, once, under a new id: the queue still remembers the old one.
 * Should it give up again, it leaves a new letter.
 * @throws DomainError `wrong-state` somebody retried it already · `forbidden` · `not-found`
 */
export function retryDeadLetter(ctx: Context, letterId: string): Promise<DeadLetterView> {
  return inTransaction(ctx, async (tx) => {
    const letter = await tx.deadLetter.findUnique({ where: { id: letterId } })
    if (letter === null) throw notFound('Dead letter', letterId)
    const groupingId = letter.groupingId === null ? null : GroupingId.parse(letter.groupingId)
    if (groupingId === null) requireAnyRole(ctx, ['administrator'])
    else requireRole(ctx, { groupingId }, ['administrator'])

    const retriedAt = ctx.clock()
    const claimed = await tx.deadLetter.updateMany({
      where: { id: letterId, retriedAt: null },
      data: { retriedAt, retriedById: ctx.actor.userId },
    })
    if (claimed.count === 0) {
      throw new DomainError('wrong-state', 'This job was already sent back to work', { letterId })
    }
    await enqueueAgain(tx, ctx, letter)
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'dead-letter.retried',
      subjectType: 'dead-letter',
      subjectId: letterId,
      details: { jobName: letter.jobName, jobId: letter.jobId },
    })
    return deadLetterView({ ...letter, retriedAt })
  })
}

/** As `enqueue`, from a stored payload: the declaration is not at hand, and checks it again when it runs. */
async function enqueueAgain(tx: Tx, ctx: Context, letter: DeadLetter): Promise<void> {
  const { id, jobName, jobId, payload, groupingId } = letter
  await tx.$executeRaw`
    insert into outbox_message (job_name, job_id, payload, grouping_id, request_id, created_at)
    values (${jobName}, ${`${jobId}-retry-${id}`}, ${JSON.stringify(payload)}::jsonb,
      ${groupingId}::uuid, ${ctx.requestId}, ${ctx.clock()})`
  await tx.$executeRaw`select pg_notify(${OUTBOX_CHANNEL}, '')`
}
