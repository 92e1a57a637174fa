import { DomainError } from '../kernel/errors.js'
import { DiscrepancyId, LotId, newId } from '../kernel/ids.js'
import { microEuros } from '../kernel/money.js'
import { type Units, units } from '../kernel/units.js'
import { advanceOrder, authoriseStep } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { memberPlaces, moveStock, quarantinePlace } from '../stock/index.js'
import { type CheckedLine, checkReceipt } from './check-receipt.js'
import { closeWhenSettled } from './close-when-settled.js'
import { deliveryView } from './delivery-view.js'
import type { DeliveryId } from './ids.js'
import { advanceDelivery, type LockedDelivery, lockDelivery } from './load-delivery.js'
import type { DeliveryView, ReceiveDeliveryInput } from './schema.js'
import { nextState } from './transitions.js'

type Answered = CheckedLine<LockedDelivery['deliveryLines'][number]>

/**
 * What the establishment says it received, line by line and lot by lot. Accepted units become its
 * stock, refused ones go back to the hub's quarantine, missing ones stay in transit until the
 * difference is settled. Without any difference the order closes.
 * @throws DomainError `quantities-unbalanced` naming the line · `four-eyes-required` · `wrong-state`
 */
export function receiveDelivery(
  ctx: Context,
  deliveryId: DeliveryId,
  { receiverTitle, lines }: ReceiveDeliveryInput,
): Promise<DeliveryView> {
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    authoriseStep(ctx, delivery.order, 'receive')
    nextState(delivery.state, 'receive')
    requireAnotherHand(ctx, delivery)
    const answered = checkReceipt(delivery.deliveryLines, lines)

    await keepAnswers(tx, answered)
    await shelve(tx, ctx, delivery, answered)
    await openDiscrepancies(tx, ctx, delivery, answered)
    const received = await advanceDelivery(tx, ctx, delivery, {
      action: 'receive',
      changes: { receiverTitle, receivedById: ctx.actor.userId, receivedAt: ctx.clock() },
      details: { receiverTitle, lines: answered.map(({ answer }) => ({ ...answer })) },
    })
    const order = await advanceOrder(tx, ctx, delivery.order, {
      action: 'receive',
      details: { deliveryId },
    })
    await closeWhenSettled(tx, ctx, { ...received, order })
    return deliveryView(tx, deliveryId)
  })
}

/** Narcotics pass from one hand to another: two people, both named (arrêté of 12 March 2013). */
function requireAnotherHand(ctx: Context, delivery: LockedDelivery): void {
  const holdsNarcotics = delivery.deliveryLines.some(({ product }) => product.isNarcotic)
  if (!holdsNarcotics || delivery.dispatchedById !== ctx.actor.userId) return
  throw new DomainError(
    'four-eyes-required',
    'You sent these narcotics: somebody else must sign for them',
    { deliveryId: delivery.id },
  )
}

async function keepAnswers(tx: Tx, answered: readonly Answered[]): Promise<void> {
  for (const { line, answer } of answered) {
    const { acceptedUnits, refusedUnits, missingUnits, reasonCode, comment } = answer
    await tx.deliveryLine.update({
      where: { id: line.id },
      data: {
        acceptedUnits,
        refusedUnits,
        missingUnits,
        reasonCode: reasonCode ?? null,
        comment: comment ?? '',
      },
    })
  }
}

async function shelve(
  tx: Tx,
  ctx: Context,
  delivery: LockedDelivery,
  answered: readonly Answered[],
): Promise<void> {
  const { groupingId } = delivery.order
  const { inTransitId, memberStoreId } = await memberPlaces(tx, ctx, delivery.order)
  const quarantineId = await quarantinePlace(tx, groupingId)
  const movements = answered.flatMap(({ line, answer }) => {
    const move = (moved: Units, reason: 'delivery-accepted' | 'delivery-refused') => ({
      key: `${delivery.id}:${line.id}:${reason}`,
      lotId: LotId.parse(line.lotId),
      fromLocationId: inTransitId,
      toLocationId: reason === 'delivery-accepted' ? memberStoreId : quarantineId,
      units: moved,
      reason,
      subjectType: 'delivery',
      subjectId: delivery.id,
      lineId: line.orderLineId,
      unitCostMicros: microEuros(line.unitCostMicros ?? 0n),
    })
    return [
      move(answer.acceptedUnits, 'delivery-accepted'),
      move(answer.refusedUnits, 'delivery-refused'),
    ].filter((movement) => movement.units > 0)
  })
  await moveStock(tx, ctx, { groupingId, movements })
}

async function openDiscrepancies(
  tx: Tx,
  ctx: Context,
  delivery: LockedDelivery,
  answered: readonly Answered[],
): Promise<void> {
  const { groupingId, establishmentId } = delivery.order
  const found = answered.flatMap(({ line, answer }) =>
    [
      { kind: 'refused', units: answer.refusedUnits },
      { kind: 'missing', units: answer.missingUnits },
    ]
      .filter((difference) => difference.units > 0)
      .map((difference) => ({ ...difference, line, answer })),
  )
  for (const { kind, units: differing, line, answer } of found) {
    const id = newId(DiscrepancyId)
    await tx.discrepancy.create({
      data: {
        id,
        groupingId,
        establishmentId,
        deliveryId: delivery.id,
        deliveryLineId: line.id,
        kind,
        units: units(differing),
        reasonCode: answer.reasonCode ?? 'other',
        comment: answer.comment ?? '',
        openedById: ctx.actor.userId,
        openedAt: ctx.clock(),
      },
    })
    await announce(tx, { topic: 'discrepancies', groupingId, establishmentId, subjectId: id })
  }
}
