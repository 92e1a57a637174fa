import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

/** The time zone that decides which day it is for a grouping. */
export async function timeZoneOf(tx: Tx, groupingId: GroupingId): Promise<string> {
  const { timeZone } = await tx.grouping.findUniqueOrThrow({
    where: { id: groupingId },
    select: { timeZone: true },
  })
  return timeZone
}
