import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { ReservationList, ReservationsQuery } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

/**
 * For which orders the units of a product are kept, lot by lot.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listReservations(
  ctx: Context,
  { groupingId, productId }: ReservationsQuery,
): Promise<ReservationList> {
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const items = await tx.$queryRaw<ReservationList['items']>`
      select a.line_id || '.' || a.lot_id || '.' || a.location_id as id, o.id as "orderId", o.number as "orderNumber",
        o.state as "orderState", o.establishment_id as "establishmentId", e.short_name as "establishmentName",
        lot.id as "lotId", lot.lot_number as "lotNumber", lot.expires_on::text as "expiresOn",
        place.name as "placeName", a.units, a.picked_units as "pickedUnits"
      from allocation a
      join lot on lot.id = a.lot_id
      join location place on place.id = a.location_id
      join supply_order_line l on l.id = a.line_id
      join supply_order o on o.id = l.order_id
      join establishment e on e.id = o.establishment_id
      where a.grouping_id = ${groupingId}::uuid and lot.product_id = ${productId}::uuid
      order by o.number, lot.expires_on, a.lot_id, a.location_id`
    return { items }
  })
}
