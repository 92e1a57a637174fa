import { recordAudit } from '../audit/index.js'
import { issueDocument, takeNumber } from '../documents/index.js'
import { dateColumn } from '../kernel/calendar.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import { RunStopId } from '../kernel/ids.js'
import {
  expectedLots,
  type LockedOrder,
  lockOrder,
  type PlannedDelivery,
  planDelivery,
  requireHubRole,
} from '../orders/index.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { deliveryView } from './delivery-view.js'
import { DeliveryId, DeliveryLineId, newId, ToteId } from './ids.js'
import { type PackedLot, type PickedLot, packTotes } from './pack-totes.js'
import type { DeliveryView, PackDeliveryInput, ToteInput } from './schema.js'
import { toteLabelData } from './tote-label-data.js'
import { PACKERS } from './transitions.js'

/**
 * Packs a released order into totes, ready to load: every picked unit in exactly one tote, cold goods
 * with their logger, narcotics sealed. The labels are issued; nothing has left yet.
 * @throws DomainError `wrong-state` · `duplicate` · `cold-chain-incomplete` · `container-class-mixed` ·
 * `quantities-unbalanced` · `invalid-input`
 */
export async function packDelivery(ctx: Context, input: PackDeliveryInput): Promise<DeliveryView> {
  try {
    return await inTransaction(ctx, (tx) => pack(tx, ctx, input))
  } catch (error) {
    if (violates(error, 'tote_code_key')) {
      throw new DomainError('duplicate', 'A tote with this code was already packed: take another')
    }
    throw error
  }
}

async function pack(tx: Tx, ctx: Context, input: PackDeliveryInput): Promise<DeliveryView> {
  const order = await lockOrder(tx, input.orderId)
  requireHubRole(ctx, order, PACKERS)
  await requirePackable(tx, order)
  const packed = packTotes(await pickedLots(tx, order), input.totes)

  const id = newId(DeliveryId)
  const { groupingId, establishmentId } = order
  const stop = await stopFor(tx, ctx, order, input)
  const { runStopId } = stop
  await tx.delivery.create({
    data: {
      id,
      groupingId,
      establishmentId,
      orderId: order.id,
      deliveryPointId: order.deliveryPointId,
      runStopId,
      state: 'packed',
      packedById: ctx.actor.userId,
      packedAt: ctx.clock(),
    },
  })
  await keepExpectation(tx, order, stop)
  await writeTotes(tx, ctx, { id, order, totes: input.totes, packed })
  await issueDocument(tx, ctx, {
    groupingId,
    establishmentId,
    kind: 'tote-label',
    title: `Étiquettes de bacs ${order.number}`,
    format: 'pdf',
    data: await toteLabelData(tx, ctx, id),
    subject: { type: 'delivery', id },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: 'delivery.packed',
    subjectType: 'delivery',
    subjectId: id,
    details: { orderId: order.id, totes: input.totes.length, runStopId },
  })
  await announce(tx, { topic: 'deliveries', groupingId, establishmentId, subjectId: id })
  return deliveryView(tx, id)
}

async function requirePackable(tx: Tx, order: LockedOrder): Promise<void> {
  if (order.state !== 'released') {
    throw new DomainError('wrong-state', `Only a released order is packed: it is ${order.state}`, {
      state: order.state,
    })
  }
  const open = await tx.delivery.findFirst({
    where: { orderId: order.id, state: { not: 'cancelled' } },
  })
  if (open !== null) {
    throw new DomainError('duplicate', 'This order is packed already', { deliveryId: open.id })
  }
}

/** What is kept for the order after picking is what was picked. */
async function pickedLots(tx: Tx, order: LockedOrder): Promise<PickedLot[]> {
  const lots = await expectedLots(tx, order)
  return lots.flatMap(({ lineId, productId, lotId, lotNumber, expiresOn, locationId, units }) => {
    const line = order.lines.find(({ id }) => id === lineId)
    if (line === undefined) return []
    const { storageClass, isNarcotic } = line.product
    return [
      {
        orderLineId: lineId,
        productId,
        lotId,
        lotNumber,
        expiresOn,
        fromLocationId: locationId,
        units,
        storageClass,
        isNarcotic,
      },
    ]
  })
}

/** The stop asked for, else the order's while it has not left, else the next one. */
async function stopFor(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  { runStopId: asked }: PackDeliveryInput,
): Promise<PlannedDelivery> {
  const wanted = asked ?? order.runStopId
  const { groupingId, establishmentId } = order
  const stop =
    wanted === null
      ? null
      : await tx.runStop.findFirst({
          where: {
            id: wanted,
            groupingId,
            establishmentId,
            delivers: true,
            state: 'pending',
            run: { state: { in: ['planned', 'assigned'] } },
          },
        })
  if (stop !== null) return { runStopId: RunStopId.parse(stop.id), expectedAt: stop.plannedAt }
  if (asked !== undefined) {
    throw invalidField('runStopId', 'This stop does not deliver to this establishment any more')
  }
  return planDelivery(tx, ctx, order)
}

/** The establishment sees when its order really comes: a run that was missed is not announced any more. */
async function keepExpectation(
  tx: Tx,
  order: LockedOrder,
  { runStopId, expectedAt }: PlannedDelivery,
): Promise<void> {
  if (runStopId === order.runStopId) return
  await tx.supplyOrder.update({ where: { id: order.id }, data: { runStopId, expectedAt } })
}

interface Packing {
  readonly id: DeliveryId
  readonly order: LockedOrder
  readonly totes: readonly ToteInput[]
  readonly packed: readonly PackedLot[]
}

async function writeTotes(tx: Tx, ctx: Context, packing: Packing): Promise<void> {
  const { id: deliveryId, order, totes, packed } = packing
  const { groupingId, establishmentId } = order
  const scope = { deliveryId, groupingId, establishmentId }
  const rows: Prisma.ToteCreateManyInput[] = []
  for (const [i, tote] of totes.entries()) {
    rows.push({
      ...scope,
      id: newId(ToteId),
      code: tote.code ?? (await mintCode(tx, ctx, order)),
      position: i + 1,
      storageClass: tote.storageClass,
      sealNumber: tote.sealNumber ?? null,
      loggerId: tote.loggerId ?? null,
    })
  }
  await tx.tote.createMany({ data: rows })
  await tx.deliveryLine.createMany({
    data: packed.map((lot) => ({
      ...scope,
      id: newId(DeliveryLineId),
      orderLineId: lot.orderLineId,
      toteId: rows[lot.tote]?.id ?? null,
      productId: lot.productId,
      lotId: lot.lotId,
      fromLocationId: lot.fromLocationId,
      lotNumber: lot.lotNumber,
      expiresOn: dateColumn(lot.expiresOn),
      shippedUnits: lot.units,
    })),
  })
}

/** Codes are unique over all groupings, since one courier may carry for several: the grouping is in them. */
async function mintCode(tx: Tx, ctx: Context, { groupingId }: LockedOrder): Promise<string> {
  const { code } = await tx.grouping.findUniqueOrThrow({ where: { id: groupingId } })
  const { number } = await takeNumber(tx, ctx, { groupingId, kind: 'tote', prefix: `BAC-${code}` })
  return number
}
