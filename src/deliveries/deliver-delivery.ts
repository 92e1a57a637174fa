import { advanceOrder, authoriseStep } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { deliveryView } from './delivery-view.js'
import type { DeliveryId } from './ids.js'
import { advanceDelivery, lockDelivery } from './load-delivery.js'
import type { DeliveryView } from './schema.js'

/**
 * The courier hands a delivery over.
 * @throws DomainError `wrong-state`
 */
export function deliverDelivery(ctx: Context, deliveryId: DeliveryId): Promise<DeliveryView> {
  return inTransaction(ctx, async (tx) => {
    const { order } = await lockDelivery(tx, deliveryId)
    authoriseStep(ctx, order, 'deliver')
    await markDelivered(tx, ctx, deliveryId, { at: ctx.clock() })
    return deliveryView(tx, deliveryId)
  })
}

/**
 * Records that a delivery was handed over at `at`, in the caller's transaction; the caller has checked
 * who says so. A phone may tell it late or twice: once handed over, it changes nothing. Returns
 * whether it changed something.
 * @throws DomainError `wrong-state` when the delivery never left · `not-found`
 */
export async function markDelivered(
  tx: Tx,
  ctx: Context,
  deliveryId: DeliveryId,
  { at }: { readonly at: Date },
): Promise<boolean> {
  const delivery = await lockDelivery(tx, deliveryId)
  if (['delivered', 'received', 'closed'].includes(delivery.state)) return false
  await advanceDelivery(tx, ctx, delivery, {
    action: 'deliver',
    changes: { deliveredAt: at },
    details: { at: at.toISOString() },
  })
  await advanceOrder(tx, ctx, delivery.order, { action: 'deliver', details: { deliveryId } })
  return true
}
