import { notFound } from '../kernel/errors.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

/** @throws DomainError `not-found` when the caller may not see the grouping */
export async function groupingTimeZone(tx: Tx, groupingId: GroupingId): Promise<string> {
  const row = await tx.grouping.findUnique({
    where: { id: groupingId },
    select: { timeZone: true },
  })
  if (row === null) throw notFound('Grouping', groupingId)
  return row.timeZone
}
