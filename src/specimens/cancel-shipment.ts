import { DomainError } from '../kernel/errors.js'
import type { SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { lockShipment } from './load-shipment.js'
import { deleteTubes } from './remove-tube.js'
import type { ReasonInput } from './schema.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Gives a shipment up before anybody picked it up. Its tubes may then be packed again; their codes stay
 * in the audit trail and on the slip that was issued.
 * @throws DomainError `wrong-state` after the first pick-up
 */
export function cancelShipment(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  { reason }: ReasonInput,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'cancel')
    if (shipment.pickedUpAt !== null) {
      throw new DomainError('wrong-state', 'A courier picked this container up already', {
        state: shipment.state,
        action: 'cancel',
        pickedUpAt: shipment.pickedUpAt.toISOString(),
      })
    }
    const { tubes } = shipment
    await deleteTubes(
      tx,
      tubes.map(({ id }) => id),
    )
    await advanceShipment(tx, ctx, shipment, {
      action: 'cancel',
      changes: { deadlineTubeId: null, runStopId: null },
      details: { reason, tubeCodes: tubes.map(({ code }) => code) },
    })
    return shipmentView(tx, shipmentId)
  })
}
