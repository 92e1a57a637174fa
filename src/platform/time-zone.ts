import { notFound } from '../kernel/errors.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from './db/transaction.js'

/**
 * The time zone that decides which day it is for a grouping.
 * @throws DomainError `not-found` when the caller may not see the grouping
 */
export async function timeZoneOf(tx: Tx, groupingId: GroupingId): Promise<string> {
  const row = await tx.grouping.findUnique({
    where: { id: groupingId },
    select: { timeZone: true },
  })
  if (row === null) throw notFound('Grouping', groupingId)
  return row.timeZone
}
