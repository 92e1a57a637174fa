import { requireHubRole } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { deliveryView } from './delivery-view.js'
import type { DeliveryId } from './ids.js'
import { advanceDelivery, lockDelivery } from './load-delivery.js'
import type { DeliveryView, LeaveBehindInput } from './schema.js'
import { rolesFor } from './transitions.js'

/**
 * Packed totes that the courier did not load: nothing moved, so nothing is to be taken back. The
 * totes are unpacked, the units stay kept for their order, which waits, released, to be packed again.
 * @throws DomainError `wrong-state` once it has left
 */
export function leaveBehind(
  ctx: Context,
  deliveryId: DeliveryId,
  { reason }: LeaveBehindInput,
): Promise<DeliveryView> {
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    requireHubRole(ctx, delivery.order, rolesFor('leave-behind'))
    await advanceDelivery(tx, ctx, delivery, { action: 'leave-behind', details: { reason } })
    return deliveryView(tx, deliveryId)
  })
}
