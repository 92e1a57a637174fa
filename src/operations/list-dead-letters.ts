import { toPage } from '../kernel/paging.js'
import { requireAnyRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { DeadLetter } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { DeadLetterPage, DeadLetterQuery, DeadLetterView } from './schema.js'

/**
 * Jobs that gave up, latest first, of the groupings the caller administers and of the program itself.
 * @throws DomainError `forbidden` without the role administrator
 */
export function listDeadLetters(
  ctx: Context,
  { limit, cursor, retried }: DeadLetterQuery,
): Promise<DeadLetterPage> {
  requireAnyRole(ctx, ['administrator'])
  return inReadTransaction(ctx, async (tx) => {
    const letters = await tx.deadLetter.findMany({
      where: {
        OR: [{ groupingId: { in: administered(ctx) } }, { groupingId: null }],
        ...(retried ? {} : { retriedAt: null }),
      },
      orderBy: [{ failedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
    })
    return toPage(letters.map(deadLetterView), limit)
  })
}

const administered = ({ actor }: Context): string[] =>
  actor.grants
    .filter(
      ({ role, establishmentId }) => role === 'administrator' && establishmentId === undefined,
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
