import { microEuros } from '../kernel/money.js'
import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { amountOf } from './amount-of.js'
import type { LotSummary, LotsQuery } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

type LotRow = Omit<LotSummary, 'hubValue'> & { hubMicros: bigint }

/**
 * One line per lot that somebody holds, earliest expiry first: where its units are.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listLots(ctx: Context, query: LotsQuery) {
  const { groupingId, limit, cursor, held, status } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  const [afterDay = null, afterLot = null] = cursor?.split('.') ?? []
  const q = query.q ?? null
  const productId = query.productId ?? null
  const locationId = query.locationId ?? null
  const storageClass = query.storageClass ?? null
  const narcotic = query.narcotic ?? null
  const expiresFrom = query.expiresFrom ?? null
  const expiresBefore = query.expiresBefore ?? null
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<LotRow[]>`
      with held as (
        select b.lot_id, b.product_id, b.expires_on,
          coalesce(sum(b.on_hand_units) filter (where b.establishment_id is null), 0)::int as hub,
          sum(b.reserved_units)::int as reserved,
          coalesce(sum(b.on_hand_units) filter (where place.kind = 'in-transit'), 0)::int as in_transit,
          coalesce(sum(b.on_hand_units) filter (where place.kind = 'member-store'), 0)::int as member,
          coalesce(array_agg(place.name order by place.name) filter (where b.establishment_id is null), '{}') as places
        from stock_balance b
        join location place on place.id = b.location_id
        join lot on lot.id = b.lot_id
        join product on product.id = b.product_id
        where b.grouping_id = ${groupingId}::uuid and b.on_hand_units > 0
          and (${productId}::uuid is null or b.product_id = ${productId}::uuid)
          and (${locationId}::uuid is null or b.location_id = ${locationId}::uuid)
          and (${status ?? null}::text is null or (lot.status = 'available') = (${status ?? null}::text = 'available'))
          and (${storageClass}::text is null or product.storage_class = ${storageClass}::text)
          and (${narcotic}::boolean is null or product.is_narcotic = ${narcotic}::boolean)
          and (${expiresFrom}::date is null or b.expires_on >= ${expiresFrom}::date)
          and (${expiresBefore}::date is null or b.expires_on < ${expiresBefore}::date)
          and (${q}::text is null or position(lower(${q}::text) in lower(product.denomination || ' ' || product.inn)) > 0
            or starts_with(lower(lot.lot_number), lower(${q}::text)))
          and (${afterDay}::date is null or (b.expires_on, b.lot_id) > (${afterDay}::date, ${afterLot}::uuid))
        group by b.lot_id, b.product_id, b.expires_on
        having ${held}::text = 'anywhere' or ${locationId}::uuid is not null or bool_or(b.establishment_id is null)
        order by b.expires_on, b.lot_id
        limit ${limit + 1})
      select held.expires_on || '.' || held.lot_id as id, held.lot_id as "lotId", lot.lot_number as "lotNumber",
        lot.status, lot.status_reason as "statusReason", held.expires_on::text as "expiresOn",
        held.product_id as "productId", product.denomination as "productName",
        product.storage_class as "storageClass", product.is_narcotic as "isNarcotic", held.places,
        held.hub as "hubUnits", held.reserved as "reservedUnits", held.in_transit as "inTransitUnits",
        held.member as "memberUnits", held.hub * coalesce(item.average_cost_micros, 0) as "hubMicros"
      from held
      join lot on lot.id = held.lot_id
      join product on product.id = held.product_id
      left join stock_item item on item.grouping_id = ${groupingId}::uuid and item.product_id = held.product_id
      order by held.expires_on, held.lot_id`
    return toPage(
      rows.map(({ hubMicros, ...row }) => ({ ...row, hubValue: amountOf(microEuros(hubMicros)) })),
      limit,
    )
  })
}
