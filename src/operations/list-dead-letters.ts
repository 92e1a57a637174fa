import { toPage } from '../kernel/paging.js'
import { requireAnyRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { DeadLetter } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { JOB_READERS } from './list-jobs.js'
import type { DeadLetterPage, DeadLetterQuery, DeadLetterView } from './schema.js'

/**
 * Jobs that gave up, latest first, of the groupings the caller administers or audits and of the program
 * itself.
 * @throws DomainError `forbidden` without one of the roles
 */
export function listDeadLetters(
  ctx: Context,
  { limit, cursor, retried }: DeadLetterQuery,
): Promise<DeadLetterPage> {
  requireAnyRole(ctx, JOB_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const letters = await tx.deadLetter.findMany({
      where: {
        OR: [{ groupingId: { in: readable(ctx) } }, { groupingId: null }],
        ...(retried ? {} : { retriedAt: null }),
      },
      orderBy: [{ failedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
    })
    return toPage(letters.map(deadLetterView), limit)
  })
}

const readable = ({ actor }: Context): string[] =>
  actor.grants
    .filter(
      ({ role, establishmentId }) => JOB_READERS.includes(role) && establishmentId === undefined,
    )
    .map(({ groupingId }) => groupingId)

export function deadLetterView(letter: DeadLetter): DeadLetterView {
  const { id, jobName, jobId, groupingId, error, attempts, failedAt, retriedAt } = letter
  return {
    id,
    jobName,
    jobId,
    groupingId,
    error,
    attempts,
    failedAt: failedAt.toISOString(),
    retriedAt: retriedAt?.toISOString() ?? null,
  }
}
