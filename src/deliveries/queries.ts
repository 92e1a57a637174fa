import type { DeliveryId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { deliverySummary, deliveryView, SUMMARY_PARTS } from './delivery-view.js'
import { DISCREPANCY_PARTS, discrepancyViews } from './discrepancy-view.js'
import type {
  DeliveryPage,
  DeliveryView,
  DiscrepancyPage,
  ListDeliveriesQuery,
  ListDiscrepanciesQuery,
} from './schema.js'

/** The deliveries the caller may see, newest first. */
export async function listDeliveries(
  ctx: Context,
  query: ListDeliveriesQuery,
): Promise<DeliveryPage> {
  const { limit, cursor, groupingId, establishmentId, orderId, runStopId, state, late } = query
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.delivery.findMany({
      where: {
        ...(cursor !== undefined && { id: { lt: cursor } }),
        ...(groupingId !== undefined && { groupingId }),
        ...(establishmentId !== undefined && { establishmentId }),
        ...(orderId !== undefined && { orderId }),
        ...(runStopId !== undefined && { runStopId }),
        ...(state !== undefined && { state }),
        ...(late !== undefined && {
          state: 'dispatched',
          order: { expectedAt: { lt: ctx.clock() } },
        }),
      },
      include: SUMMARY_PARTS,
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(deliverySummary), limit)
}

/** @throws DomainError `not-found` */
export const getDelivery = (ctx: Context, deliveryId: DeliveryId): Promise<DeliveryView> =>
  inReadTransaction(ctx, (tx) => deliveryView(tx, deliveryId))

/** The differences the caller may see, newest first: both sides see the same ones. */
export async function listDiscrepancies(
  ctx: Context,
  query: ListDiscrepanciesQuery,
): Promise<DiscrepancyPage> {
  const { limit, cursor, groupingId, establishmentId, state } = query
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.discrepancy.findMany({
      where: {
        ...(cursor !== undefined && { id: { lt: cursor } }),
        ...(groupingId !== undefined && { groupingId }),
        ...(establishmentId !== undefined && { establishmentId }),
        ...(state !== undefined && { state }),
      },
      include: DISCREPANCY_PARTS,
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(await discrepancyViews(tx, rows), limit)
  })
}
