import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'

/**
 * What follows an order in the list by cut-off: urgent first, then the earliest, then what no run
 * takes yet. Prisma's own cursor loses rows whose related sort value is null.
 */
export async function afterInCutoffOrder(
  tx: Tx,
  cursor: string,
): Promise<Prisma.SupplyOrderWhereInput> {
  const last = await tx.supplyOrder.findUnique({
    where: { id: cursor },
    select: { priority: true, runStop: { select: { run: { select: { cutoffAt: true } } } } },
  })
  if (last === null) return { id: { in: [] } }
  const { priority } = last
  const cutoffAt = last.runStop?.run.cutoffAt
  const lessPressing = { priority: { lt: priority } }
  const later = { id: { gt: cursor } }
  if (cutoffAt === undefined) {
    return { OR: [lessPressing, { priority, runStopId: null, ...later }] }
  }
  return {
    OR: [
      lessPressing,
      { priority, runStopId: null },
      { priority, runStop: { run: { cutoffAt: { gt: cutoffAt } } } },
      { priority, runStop: { run: { cutoffAt } }, ...later },
    ],
  }
}
