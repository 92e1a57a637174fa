import { issueDocument } from '../documents/index.js'
import { dayOf, fromDateColumn } from '../kernel/calendar.js'
import { LocationId, LotId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import {
  advanceOrder,
  authoriseStep,
  type LockedOrder,
  requireUsable,
  saveLines,
  shipUnits,
} from '../orders/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { memberPlaces, moveStock } from '../stock/index.js'
import { deliveryView } from './delivery-view.js'
import type { DeliveryId } from './ids.js'
import { advanceDelivery, type LockedDelivery, lockDelivery } from './load-delivery.js'
import { noteData } from './note-data.js'
import type { DeliveryView } from './schema.js'
import { nextState } from './transitions.js'

/** Ordinary notes and narcotics notes have a series each: `BL-2026-00042`, `BLS-2026-00007`. */
const ORDINARY = { kind: 'delivery-note', numberPrefix: 'BL', title: 'Bon de livraison' } as const
const NARCOTICS = {
  kind: 'narcotics-note',
  numberPrefix: 'BLS',
  title: 'Bon de livraison de stupéfiants',
} as const

/**
 * Lets a packed delivery leave: its units go from the store to in transit at the cost of this moment,
 * the note takes its number and its data is frozen, the order is shipped. All of it or nothing.
 * @throws DomainError `wrong-state` · `lot-blocked` · `lot-expired`
 */
export function dispatchDelivery(ctx: Context, deliveryId: DeliveryId): Promise<DeliveryView> {
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    const { order } = delivery
    authoriseStep(ctx, order, 'dispatch')
    nextState(delivery.state, 'dispatch')
    await requireUsableLots(tx, ctx, delivery)

    await sendOff(tx, ctx, delivery)
    await shipLines(tx, delivery)
    const note = await issueNote(tx, ctx, delivery)
    await advanceDelivery(tx, ctx, delivery, {
      action: 'dispatch',
      changes: {
        noteId: note.id,
        noteNumber: note.number,
        dispatchedById: ctx.actor.userId,
        dispatchedAt: ctx.clock(),
      },
      details: { noteNumber: note.number },
    })
    await advanceOrder(tx, ctx, order, {
      action: 'dispatch',
      details: { deliveryId, noteNumber: note.number },
    })
    return deliveryView(tx, deliveryId)
  })
}

async function requireUsableLots(tx: Tx, ctx: Context, delivery: LockedDelivery): Promise<void> {
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, delivery.order.groupingId))
  const lots = await tx.lot.findMany({
    where: { id: { in: delivery.deliveryLines.map(({ lotId }) => lotId) } },
  })
  for (const lot of lots) {
    requireUsable({ ...lot, expiresOn: fromDateColumn(lot.expiresOn) }, today)
  }
}

async function sendOff(tx: Tx, ctx: Context, delivery: LockedDelivery): Promise<void> {
  const { id, order, deliveryLines } = delivery
  const { inTransitId } = await memberPlaces(tx, ctx, order)
  const keyOf = (lineId: string): string => `${id}:${lineId}:dispatch`
  const recorded = await moveStock(tx, ctx, {
    groupingId: order.groupingId,
    movements: deliveryLines.map((line) => ({
      key: keyOf(line.id),
      lotId: LotId.parse(line.lotId),
      fromLocationId: LocationId.parse(line.fromLocationId),
      toLocationId: inTransitId,
      units: units(line.shippedUnits),
      reason: 'dispatch' as const,
      subjectType: 'delivery',
      subjectId: id,
      lineId: line.orderLineId,
      takesReservation: true,
    })),
  })
  const costs = new Map(recorded.map(({ key, unitCostMicros }) => [key, unitCostMicros]))
  await tx.$executeRaw`
    update delivery_line set unit_cost_micros = cost.micros
    from unnest(${deliveryLines.map((line) => line.id)}::uuid[],
      ${deliveryLines.map((line) => costs.get(keyOf(line.id)) ?? null)}::bigint[]) as cost (id, micros)
    where delivery_line.id = cost.id`
}

async function shipLines(tx: Tx, { order, deliveryLines }: LockedDelivery): Promise<void> {
  const shipped = (lineId: string): number =>
    deliveryLines.reduce(
      (total, line) => total + (line.orderLineId === lineId ? line.shippedUnits : 0),
      0,
    )
  await saveLines(
    tx,
    order.lines.map((line) => shipUnits(line, shipped(line.id))),
  )
}

async function issueNote(tx: Tx, ctx: Context, delivery: LockedDelivery) {
  const { id, order, deliveryLines } = delivery
  const { title, ...series } = deliveryLines.some(({ product }) => product.isNarcotic)
    ? NARCOTICS
    : ORDINARY
  return issueDocument(tx, ctx, {
    ...series,
    ...scopeOf(order),
    title: ({ number }) => `${title} ${number ?? ''}`.trim(),
    format: 'pdf',
    data: await noteData(tx, id, ctx.clock()),
    subject: { type: 'delivery', id },
  })
}

const scopeOf = ({ groupingId, establishmentId }: LockedOrder) => ({ groupingId, establishmentId })
