import { DomainError } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { type LockedOrder, lockOrder } from './load-order.js'
import { requireOrderable } from './order-rules.js'
import { orderView } from './order-view.js'
import { requireOwnPlaces } from './place-rules.js'
import type { EditOrderInput } from './schema.js'
import type { OrderView } from './view-schema.js'
import { writeLines } from './write-order.js'

/**
 * Changes a draft. Given lines replace all its lines. Two people may have it open: the one who saves
 * a version that is no longer the current one is told so.
 * @throws DomainError `precondition-failed` · `wrong-state` · `invalid-input`
 */
export function editOrder(
  ctx: Context,
  orderId: OrderId,
  { version, ...input }: EditOrderInput & { readonly version: number },
): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'edit')
    requireVersion(order, version)
    const { establishmentId } = order
    await requireOwnPlaces(tx, { establishmentId, deliveryPointId: input.deliveryPointId })
    if (input.lines !== undefined) await replaceLines(tx, order, input.lines)

    const { lines, deliveryPointId, priority, comment } = input
    await advanceOrder(tx, ctx, order, {
      action: 'edit',
      changes: {
        ...(deliveryPointId !== undefined && { deliveryPointId }),
        ...(priority !== undefined && { priority }),
        ...(comment !== undefined && { comment }),
      },
      details: {
        before: order.lines.map(({ productId, orderedUnits }) => ({
          productId,
          units: orderedUnits,
        })),
        after: lines?.map(({ productId, units }) => ({ productId, units })),
      },
      isInTimeline: false,
    })
    return orderView(tx, ctx, orderId)
  })
}

/** @throws DomainError `precondition-failed` with the current version and since when */
export function requireVersion(order: LockedOrder, version: number): void {
  if (order.version === version) return
  throw new DomainError(
    'precondition-failed',
    'This order was changed meanwhile. Read it again, then apply your change',
    { currentVersion: order.version, changedAt: order.updatedAt.toISOString() },
  )
}

async function replaceLines(
  tx: Tx,
  order: LockedOrder,
  lines: NonNullable<EditOrderInput['lines']>,
): Promise<void> {
  await requireOrderable(tx, order.kind, lines)
  await tx.supplyOrderLine.deleteMany({ where: { orderId: order.id } })
  await writeLines(tx, order, lines)
}
