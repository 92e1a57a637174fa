import type { SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { lockShipment } from './load-shipment.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Opens a delivered container at the bench. Nothing in it is received by that: each tube needs its own
 * verdict.
 * @throws DomainError `wrong-state`
 */
export function startReceiving(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'start-receiving')
    await advanceShipment(tx, ctx, shipment, {
      action: 'start-receiving',
      changes: { receivingAt: ctx.clock() },
    })
    return shipmentView(tx, shipmentId)
  })
}
