import { advanceOrder } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { advanceDelivery, type LockedDelivery } from './load-delivery.js'

/**
 * Closes a received delivery and its order once no difference is open. It follows by itself from the
 * receipt or from the last settlement: nobody closes an order by hand.
 */
export async function closeWhenSettled(
  tx: Tx,
  ctx: Context,
  delivery: LockedDelivery,
): Promise<void> {
  const open = await tx.discrepancy.count({ where: { deliveryId: delivery.id, state: 'open' } })
  if (open > 0) return
  await advanceDelivery(tx, ctx, delivery, { action: 'close' })
  await advanceOrder(tx, ctx, delivery.order, {
    action: 'close',
    details: { deliveryId: delivery.id },
  })
}
