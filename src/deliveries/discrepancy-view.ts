import { notFound } from '../kernel/errors.js'
import {
  DeliveryId,
  DeliveryLineId,
  DiscrepancyId,
  EstablishmentId,
  GroupingId,
  LotId,
  OrderId,
  ProductId,
} from '../kernel/ids.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { DiscrepancyView } from './schema.js'

export const DISCREPANCY_PARTS = {
  establishment: true,
  delivery: { include: { order: true } },
  deliveryLine: { include: { product: true } },
} as const satisfies Prisma.DiscrepancyInclude

type DiscrepancyRow = Prisma.DiscrepancyGetPayload<{ include: typeof DISCREPANCY_PARTS }>

/** @throws DomainError `not-found` */
export async function discrepancyView(tx: Tx, id: DiscrepancyId): Promise<DiscrepancyView> {
  const row = await tx.discrepancy.findUnique({ where: { id }, include: DISCREPANCY_PARTS })
  if (row === null) throw notFound('Discrepancy', id)
  const [view] = await discrepancyViews(tx, [row])
  if (view === undefined) throw new TypeError('One row makes one view')
  return view
}

/** Differences with the names of who opened and settled them, as far as the caller may know these people. */
export async function discrepancyViews(
  tx: Tx,
  rows: readonly DiscrepancyRow[],
): Promise<DiscrepancyView[]> {
  if (rows.length === 0) return []
  const ids = rows.flatMap(({ openedById, settledById }) => [openedById, settledById ?? openedById])
  const people = await tx.appUser.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  })
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return rows.map((row) => viewOf(row, names))
}

function viewOf(row: DiscrepancyRow, names: ReadonlyMap<string, string>): DiscrepancyView {
  const { delivery, deliveryLine, establishment } = row
  return {
    id: DiscrepancyId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    establishmentId: EstablishmentId.parse(row.establishmentId),
    establishmentName: establishment.shortName,
    order: { id: OrderId.parse(delivery.orderId), number: delivery.order.number },
    deliveryId: DeliveryId.parse(row.deliveryId),
    deliveryLineId: DeliveryLineId.parse(row.deliveryLineId),
    noteNumber: delivery.noteNumber,
    productId: ProductId.parse(deliveryLine.productId),
    denomination: deliveryLine.product.denomination,
    lotId: LotId.parse(deliveryLine.lotId),
    lotNumber: deliveryLine.lotNumber,
    kind: DiscrepancyView.shape.kind.parse(row.kind),
    units: row.units,
    reasonCode: row.reasonCode,
    comment: row.comment,
    state: DiscrepancyView.shape.state.parse(row.state),
    settlement: row.settlement,
    settlementNote: row.settlementNote,
    openedAt: row.openedAt.toISOString(),
    openedByName: names.get(row.openedById) ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    settledByName: row.settledById === null ? null : (names.get(row.settledById) ?? null),
  }
}
