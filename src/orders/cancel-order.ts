import { DomainError } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { releaseLines } from '../stock/index.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { type LockedOrder, lockOrder } from './load-order.js'
import { orderView } from './order-view.js'
import { cancelRest } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { ReasonInput } from './schema.js'
import type { OrderView } from './view-schema.js'

/**
 * Calls an order off before it leaves: what was kept for it is free again, what was picked goes back
 * to its shelf. Its backorders are orders of their own and stay.
 * @throws DomainError `wrong-state`, also while its totes stand packed
 */
export function cancelOrder(
  ctx: Context,
  orderId: OrderId,
  { reason }: ReasonInput,
): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'cancel')
    await requireUnpacked(tx, order)
    await releaseLines(tx, ctx, {
      groupingId: order.groupingId,
      lineIds: order.lines.map(({ id }) => id),
    })
    await saveLines(tx, order.lines.map(cancelRest))
    await advanceOrder(tx, ctx, order, { action: 'cancel', reason })
    return orderView(tx, ctx, orderId)
  })
}

async function requireUnpacked(tx: Tx, order: LockedOrder): Promise<void> {
  const packed = await tx.delivery.findFirst({ where: { orderId: order.id, state: 'packed' } })
  if (packed === null) return
  throw new DomainError('wrong-state', 'Its totes stand packed: leave the delivery behind first', {
    deliveryId: packed.id,
  })
}
