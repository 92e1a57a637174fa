import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import {
  DeliveryId,
  DeliveryLineId,
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  OrderId,
  OrderLineId,
  ProductId,
  RunStopId,
} from '../kernel/ids.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { DISCREPANCY_PARTS, discrepancyViews } from './discrepancy-view.js'
import type { DeliverySummary, DeliveryView } from './schema.js'
import { DeliveryState } from './transitions.js'

export const SUMMARY_PARTS = {
  establishment: true,
  order: true,
  _count: { select: { totes: true, discrepancys: { where: { state: 'open' } } } },
} as const satisfies Prisma.DeliveryInclude

const STEPS = ['dispatch', 'deliver', 'receive'] as const

const VIEW_PARTS = {
  ...SUMMARY_PARTS,
  deliveryPoint: true,
  order: {
    include: {
      orderTransitions: { where: { action: { in: [...STEPS] } }, orderBy: { id: 'asc' } },
    },
  },
  totes: { orderBy: { position: 'asc' } },
  deliveryLines: { orderBy: { id: 'asc' }, include: { product: true } },
  discrepancys: { orderBy: { id: 'asc' }, include: DISCREPANCY_PARTS },
} as const satisfies Prisma.DeliveryInclude

type SummaryRow = Prisma.DeliveryGetPayload<{ include: typeof SUMMARY_PARTS }>
type ViewRow = Prisma.DeliveryGetPayload<{ include: typeof VIEW_PARTS }>
type LineRow = ViewRow['deliveryLines'][number]

/** A delivery as both sides see it. @throws DomainError `not-found` */
export async function deliveryView(tx: Tx, deliveryId: DeliveryId): Promise<DeliveryView> {
  const row = await tx.delivery.findUnique({ where: { id: deliveryId }, include: VIEW_PARTS })
  if (row === null) throw notFound('Delivery', deliveryId)
  const { deliveryPoint } = row
  return {
    ...deliverySummary(row),
    version: row.version,
    deliveryPoint: { id: DeliveryPointId.parse(deliveryPoint.id), name: deliveryPoint.name },
    receiverTitle: row.receiverTitle,
    people: await peopleOf(tx, row),
    totes: row.totes.map(({ id, code, position, storageClass, sealNumber, loggerId }) => ({
      id,
      code,
      position,
      storageClass,
      sealNumber,
      loggerId,
    })),
    lines: row.deliveryLines.map(lineView),
    discrepancies: await discrepancyViews(tx, row.discrepancys),
  }
}

/** The order's timeline names both sides to each other; the packer is named to whoever may know this person. */
async function peopleOf(
  tx: Tx,
  { order, packedById, dispatchedAt, deliveredAt, receivedAt }: ViewRow,
): Promise<DeliveryView['people']> {
  const packer = await tx.appUser.findFirst({
    where: { id: packedById },
    select: { displayName: true },
  })
  const who = (at: Date | null, step: (typeof STEPS)[number]): string | null =>
    at && (order.orderTransitions.findLast(({ action }) => action === step)?.actorName ?? null)
  return {
    packed: packer?.displayName ?? null,
    dispatched: who(dispatchedAt, 'dispatch'),
    delivered: who(deliveredAt, 'deliver'),
    received: who(receivedAt, 'receive'),
  }
}

export function deliverySummary(row: SummaryRow): DeliverySummary {
  const { establishment, order, _count } = row
  return {
    id: DeliveryId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    establishment: { id: EstablishmentId.parse(establishment.id), name: establishment.shortName },
    order: { id: OrderId.parse(order.id), number: order.number },
    state: DeliveryState.parse(row.state),
    noteId: DocumentId.nullable().parse(row.noteId),
    noteNumber: row.noteNumber,
    runStopId: RunStopId.nullable().parse(row.runStopId),
    toteCount: _count.totes,
    openDiscrepancies: _count.discrepancys,
    packedAt: row.packedAt.toISOString(),
    dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  }
}

function lineView(line: LineRow): DeliveryView['lines'][number] {
  const { product } = line
  return {
    id: DeliveryLineId.parse(line.id),
    orderLineId: OrderLineId.parse(line.orderLineId),
    toteId: line.toteId,
    product: {
      id: ProductId.parse(product.id),
      denomination: product.denomination,
      storageClass: product.storageClass,
    },
    lotNumber: line.lotNumber,
    expiresOn: fromDateColumn(line.expiresOn),
    shippedUnits: line.shippedUnits,
    acceptedUnits: line.acceptedUnits,
    refusedUnits: line.refusedUnits,
    missingUnits: line.missingUnits,
    reasonCode: line.reasonCode,
    comment: line.comment,
  }
}
