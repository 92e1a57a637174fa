import { notFound } from '../kernel/errors.js'
import type { SpecimenShipmentId, TubeId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { lockShipment } from './load-shipment.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Takes a tube out of a draft; it may then be packed elsewhere.
 * @throws DomainError `not-found` · `wrong-state` once sealed
 */
export function removeTube(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  tubeId: TubeId,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'edit')
    const tube = shipment.tubes.find(({ id }) => id === tubeId)
    if (tube === undefined) throw notFound('Tube', tubeId)
    await deleteTubes(tx, [tube.id])
    await advanceShipment(tx, ctx, shipment, { action: 'edit', details: { removed: tube.code } })
    return shipmentView(tx, shipmentId)
  })
}

/** Tubes of a shipment that has not left; the audit trail keeps their codes. */
export async function deleteTubes(tx: Tx, tubeIds: readonly TubeId[]): Promise<void> {
  const ids = [...tubeIds]
  await tx.tubeExam.deleteMany({ where: { tubeId: { in: ids } } })
  await tx.tube.deleteMany({ where: { id: { in: ids } } })
}
