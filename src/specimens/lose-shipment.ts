import type { SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { lockShipment } from './load-shipment.js'
import type { ReasonInput } from './schema.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Declares that a sealed container cannot be found. Its sender is told; it may be found again.
 * @throws DomainError `wrong-state`
 */
export const declareLost = (
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  input: ReasonInput,
): Promise<ShipmentView> => step(ctx, shipmentId, 'declare-lost', input)

/**
 * Takes a lost container back to where its custody events left it.
 * @throws DomainError `wrong-state`
 */
export const findShipment = (
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  input: ReasonInput,
): Promise<ShipmentView> => step(ctx, shipmentId, 'find', input)

function step(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  action: 'declare-lost' | 'find',
  { reason }: ReasonInput,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, action)
    await advanceShipment(tx, ctx, shipment, { action, details: { reason } })
    return shipmentView(tx, shipmentId)
  })
}
