import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LockedOrder, OrderLine } from './load-order.js'
import { planDelivery } from './plan-delivery.js'
import { writeOrder } from './write-order.js'

/** The rest of a short line. */
export interface LineRest {
  readonly line: OrderLine
  readonly units: number
}

/**
 * Opens the order that supplies what another could not (reliquat). It is born approved, since a
 * pharmacist approved these units already, and lives on by itself until shipped or cancelled with a
 * reason. Returns undefined when nothing is left.
 */
export async function createBackorder(
  tx: Tx,
  ctx: Context,
  { order, rests }: { readonly order: LockedOrder; readonly rests: readonly LineRest[] },
): Promise<OrderId | undefined> {
  const owed = rests.filter(({ units }) => units > 0)
  if (owed.length === 0) return undefined
  const { runStopId, expectedAt } = await planDelivery(tx, ctx, order)
  return writeOrder(tx, ctx, {
    groupingId: order.groupingId,
    establishmentId: order.establishmentId,
    careUnitId: order.careUnitId,
    deliveryPointId: order.deliveryPointId,
    kind: 'backorder',
    priority: order.priority,
    state: 'approved',
    requestedById: order.requestedById,
    approvedById: order.approvedById,
    backorderOfId: order.id,
    runStopId,
    expectedAt,
    submittedAt: ctx.clock(),
    lines: owed.map(({ line, units }) => ({
      productId: line.productId,
      units,
      rest: { ofLineId: line.id, requestedProductId: line.requestedProductId },
    })),
    reason: order.number,
  })
}
