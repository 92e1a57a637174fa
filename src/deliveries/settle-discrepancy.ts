import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { DeliveryId, type DiscrepancyId, LocationId, LotId } from '../kernel/ids.js'
import { microEuros } from '../kernel/money.js'
import { units } from '../kernel/units.js'
import { requireHubRole } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import type { Discrepancy } from '../platform/db/generated/client.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { hubPlaces, type MovementReason, memberPlaces, moveStock } from '../stock/index.js'
import { closeWhenSettled } from './close-when-settled.js'
import { discrepancyView } from './discrepancy-view.js'
import { type LockedDelivery, lockDelivery } from './load-delivery.js'
import type { DiscrepancyView, SettleDiscrepancyInput, Settlement } from './schema.js'

const SETTLERS = ['head-pharmacist', 'pharmacist'] as const

/**
 * Settles a difference: says where the units are, and moves them there at the cost they left with.
 * When it was the last one open, the delivery and its order close.
 * @throws DomainError `wrong-state` when it is settled already · `not-found`
 */
export function settleDiscrepancy(
  ctx: Context,
  discrepancyId: DiscrepancyId,
  { settlement, note }: SettleDiscrepancyInput,
): Promise<DiscrepancyView> {
  return inTransaction(ctx, async (tx) => {
    const { delivery, discrepancy } = await lockDiscrepancy(tx, discrepancyId)
    const { groupingId, establishmentId } = delivery.order
    requireHubRole(ctx, delivery.order, SETTLERS)
    if (discrepancy.state !== 'open') {
      throw new DomainError('wrong-state', 'This difference is settled already', {
        settlement: discrepancy.settlement,
      })
    }
    await moveSettled(tx, ctx, { delivery, discrepancy, settlement })
    await tx.discrepancy.update({
      where: { id: discrepancyId },
      data: {
        state: 'settled',
        settlement,
        settlementNote: note,
        settledById: ctx.actor.userId,
        settledAt: ctx.clock(),
      },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      establishmentId,
      action: 'discrepancy.settled',
      subjectType: 'discrepancy',
      subjectId: discrepancyId,
      details: { settlement, note, units: discrepancy.units, deliveryId: delivery.id },
    })
    const subjectId = discrepancyId
    await announce(tx, { topic: 'discrepancies', groupingId, establishmentId, subjectId })
    await closeWhenSettled(tx, ctx, delivery)
    return discrepancyView(tx, discrepancyId)
  })
}

async function lockDiscrepancy(tx: Tx, discrepancyId: DiscrepancyId) {
  const found = await tx.discrepancy.findUnique({ where: { id: discrepancyId } })
  if (found === null) throw notFound('Discrepancy', discrepancyId)
  const delivery = await lockDelivery(tx, DeliveryId.parse(found.deliveryId))
  const discrepancy = await tx.discrepancy.findUniqueOrThrow({ where: { id: discrepancyId } })
  return { delivery, discrepancy }
}

interface Settled {
  readonly delivery: LockedDelivery
  readonly discrepancy: Discrepancy
  readonly settlement: Settlement
}

/** Missing units wait in transit, refused ones in the hub's quarantine. */
async function moveSettled(tx: Tx, ctx: Context, settled: Settled): Promise<void> {
  const { delivery, discrepancy, settlement } = settled
  const { groupingId } = delivery.order
  const line = delivery.deliveryLines.find(({ id }) => id === discrepancy.deliveryLineId)
  if (line === undefined) throw notFound('Delivery line', discrepancy.deliveryLineId)
  const member = await memberPlaces(tx, ctx, delivery.order)
  const { byKind } = await hubPlaces(tx, groupingId)
  const isMissing = discrepancy.kind === 'missing'
  const destinations: Readonly<Record<Settlement, LocationId>> = {
    'found-delivered': member.memberStoreId,
    'returned-to-stock': LocationId.parse(line.fromLocationId),
    lost: byKind.loss,
    destroyed: byKind.destroyed,
  }
  await moveStock(tx, ctx, {
    groupingId,
    movements: [
      {
        key: `${discrepancy.id}:settlement`,
        lotId: LotId.parse(line.lotId),
        fromLocationId: isMissing ? member.inTransitId : byKind.quarantine,
        toLocationId: destinations[settlement],
        units: units(discrepancy.units),
        reason: isMissing ? MISSING_REASONS[settlement] : REFUSED_REASONS[settlement],
        subjectType: 'discrepancy',
        subjectId: discrepancy.id,
        lineId: line.orderLineId,
        unitCostMicros: microEuros(line.unitCostMicros ?? 0n),
      },
    ],
  })
}

const MISSING_REASONS: Readonly<Record<Settlement, MovementReason>> = {
  'found-delivered': 'delivery-missing-found',
  'returned-to-stock': 'delivery-missing-found',
  lost: 'delivery-missing-lost',
  destroyed: 'write-off',
}

const REFUSED_REASONS: Readonly<Record<Settlement, MovementReason>> = {
  'found-delivered': 'quarantine-out',
  'returned-to-stock': 'quarantine-out',
  lost: 'write-off',
  destroyed: 'write-off',
}
