import { DomainError } from '../kernel/errors.js'
import type { SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { type LockedShipment, lockShipment } from './load-shipment.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'
import { isUndecided } from './vocabulary.js'

/** The codes of the tubes nobody decided about. */
export const unreceivedTubes = ({ tubes }: Pick<LockedShipment, 'tubes'>): string[] =>
  tubes.filter(isUndecided).map(({ code }) => code)

/**
 * Closes the reception of a shipment, and tells its sender.
 * @throws DomainError `unreconciled` listing the tubes without a verdict · `wrong-state`
 */
export function reconcileShipment(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'reconcile')
    const remaining = unreceivedTubes(shipment)
    if (remaining.length > 0) {
      throw new DomainError(
        'unreconciled',
        `${remaining.length} tube(s) still have no verdict: ${remaining.join(', ')}`,
        { remaining },
      )
    }
    await advanceShipment(tx, ctx, shipment, {
      action: 'reconcile',
      changes: { reconciledAt: ctx.clock(), reconciledById: ctx.actor.userId },
      details: {
        tubes: Object.fromEntries(shipment.tubes.map(({ code, state }) => [code, state])),
      },
    })
    return shipmentView(tx, shipmentId)
  })
}
