import { type CalendarDate, dayOf } from '../kernel/calendar.js'
import { costOf, microEuros, microsToDecimal } from '../kernel/money.js'
import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { amountOf } from './amount-of.js'
import { COVERAGE_DAYS, COVERAGE_MS } from './coverage.js'
import { READS_STOCK } from './roles.js'
import type { ItemsQuery, ItemView } from './schema.js'

type ItemRow = Omit<ItemView, 'averageCost' | 'value'> & { averageCostMicros: bigint }

/**
 * One line per product the hub has ever held, by name: what may be promised, what is kept for orders, its cost.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listItems(ctx: Context, query: ItemsQuery) {
  const { groupingId } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  const since = new Date(ctx.clock().getTime() - COVERAGE_MS)
  return inReadTransaction(ctx, async (tx) => {
    const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
    const rows = await tx.$queryRaw<ItemRow[]>`
      with ${productPage(query, today)}
      ${heldAndSent(since)}`
    return toPage(rows.map(viewOf), query.limit)
  })
}

/** A page of products first, then what each holds: the sums follow the page, not the table. */
function productPage(query: ItemsQuery, today: CalendarDate): Prisma.Sql {
  const [cursor, q, productId, storageClass, narcotic, expiresBefore] = [
    query.cursor ?? null,
    query.q ?? null,
    query.productId ?? null,
    query.storageClass ?? null,
    query.narcotic ?? null,
    query.expiresBefore ?? null,
  ]
  return Prisma.sql`
    in_force as (
      select distinct on (care_unit_id) id from allotment
      where grouping_id = ${query.groupingId}::uuid and from_on <= ${today}::date
      order by care_unit_id, version desc),
    allotted as (
      select product_id, sum(maximum_units)::int as units from allotment_line
      where allotment_id in (select id from in_force) group by product_id),
    page as (
      select product.id, product.denomination, product.storage_class, product.is_narcotic, i.*
      from stock_item i join product on product.id = i.product_id
      where i.grouping_id = ${query.groupingId}::uuid
        and (${cursor}::uuid is null or (lower(product.denomination), product.id)
          > (select lower(last.denomination), last.id from product last where last.id = ${cursor}::uuid))
        and (not ${query.onlyInStock}::boolean or i.owned_units > 0)
        and (${productId}::uuid is null or i.product_id = ${productId}::uuid)
        and (${storageClass}::text is null or product.storage_class = ${storageClass}::text)
        and (${narcotic}::boolean is null or product.is_narcotic = ${narcotic}::boolean)
        and (${q}::text is null or position(lower(${q}::text) in lower(product.denomination || ' ' || product.inn)) > 0)
        and (${expiresBefore}::date is null or exists (select from stock_balance b
          where b.grouping_id = i.grouping_id and b.product_id = i.product_id and b.establishment_id is null
            and b.on_hand_units > 0 and b.expires_on < ${expiresBefore}::date))
        and (not ${query.onlyBlocked}::boolean or exists (select from stock_balance b join lot on lot.id = b.lot_id
          where b.grouping_id = i.grouping_id and b.product_id = i.product_id and b.establishment_id is null
            and b.on_hand_units > 0 and lot.status <> 'available'))
        and (not ${query.onlyUnavailable}::boolean or i.available_units = 0)
        and (not ${query.onlyBelowAllotment}::boolean
          or i.available_units < (select units from allotted where allotted.product_id = i.product_id))
      order by lower(product.denomination), product.id limit ${query.limit + 1})`
}

const heldAndSent = (since: Date): Prisma.Sql => Prisma.sql`
  select page.id, denomination as "productName", storage_class as "storageClass", is_narcotic as "isNarcotic",
    available_units as "availableUnits", owned_units as "ownedUnits", average_cost_micros as "averageCostMicros",
    coalesce(held.reserved, 0)::int as "reservedUnits", held.earliest::text as "earliestExpiryOn",
    coalesce(held.blocked, 0)::int as "blockedUnits", coalesce(held.in_transit, 0)::int as "inTransitUnits",
    coalesce(allotted.units, 0) as "allotmentUnits",
    (available_units::bigint * ${COVERAGE_DAYS}::int / nullif(sent.units, 0))::int as "coverageDays",
    coalesce(sent.units, 0)::int as "dispatchedUnits90Days"
  from page
  left join allotted on allotted.product_id = page.product_id
  left join lateral (
    select sum(reserved_units) filter (where b.establishment_id is null) as reserved,
      min(b.expires_on) filter (where is_pickable and on_hand_units > 0) as earliest,
      sum(on_hand_units) filter (where b.establishment_id is null and lot.status <> 'available') as blocked,
      sum(on_hand_units) filter (where place.kind = 'in-transit') as in_transit
    from stock_balance b join lot on lot.id = b.lot_id join location place on place.id = b.location_id
    where b.grouping_id = page.grouping_id and b.product_id = page.product_id and b.on_hand_units > 0) held on true
  left join lateral (
    select sum(units) as units from stock_movement m join lot on lot.id = m.lot_id
    where lot.product_id = page.product_id and lot.grouping_id = page.grouping_id and m.reason = 'dispatch' and m.occurred_at >= ${since}) sent on true
  order by lower(denomination), page.id`

const viewOf = ({ averageCostMicros, ...row }: ItemRow): ItemView => ({
  ...row,
  averageCost: microsToDecimal(microEuros(averageCostMicros)),
  value: amountOf(costOf(microEuros(averageCostMicros), row.ownedUnits)),
})
