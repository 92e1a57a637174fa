import { microEuros, microsToDecimal } from '../kernel/money.js'
import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { READS_STOCK } from './roles.js'
import type { ItemsQuery, ItemView } from './schema.js'

type ItemRow = Omit<ItemView, 'averageCost'> & { averageCostMicros: bigint }

const COVERAGE_MS = 90 * 24 * 3_600_000

/**
 * One line per product the hub has ever held: what may be promised, what is kept for orders, its cost.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listItems(ctx: Context, query: ItemsQuery) {
  const { groupingId, limit, cursor, q, onlyInStock } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  const since = new Date(ctx.clock().getTime() - COVERAGE_MS)
  // A page of products first, then what each holds: the sums follow the page, not the table.
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<ItemRow[]>`
      with page as (
        select product.id, product.denomination, product.storage_class, product.is_narcotic, i.*
        from stock_item i join product on product.id = i.product_id
        where i.grouping_id = ${groupingId}::uuid
          and (${cursor ?? null}::uuid is null or i.product_id > ${cursor ?? null}::uuid)
          and (not ${onlyInStock}::boolean or i.owned_units > 0)
          and (${q ?? null}::text is null or position(lower(${q ?? null}::text) in lower(product.denomination || ' ' || product.inn)) > 0)
        order by i.product_id limit ${limit + 1})
      select page.id, denomination as "productName", storage_class as "storageClass", is_narcotic as "isNarcotic",
        available_units as "availableUnits", owned_units as "ownedUnits", average_cost_micros as "averageCostMicros",
        coalesce(held.reserved, 0)::int as "reservedUnits", held.earliest::text as "earliestExpiryOn",
        coalesce(sent.units, 0)::int as "dispatchedUnits90Days"
      from page
      left join lateral (
        select sum(reserved_units) as reserved, min(expires_on) filter (where is_pickable and on_hand_units > 0) as earliest
        from stock_balance b where b.grouping_id = page.grouping_id and b.product_id = page.id and b.establishment_id is null) held on true
      left join lateral (
        select sum(units) as units from stock_movement m join lot on lot.id = m.lot_id
        where lot.product_id = page.id and lot.grouping_id = page.grouping_id and m.reason = 'dispatch' and m.occurred_at >= ${since}) sent on true
      order by page.id`
    return toPage(
      rows.map(({ averageCostMicros, ...row }) => ({
        ...row,
        averageCost: microsToDecimal(microEuros(averageCostMicros)),
      })),
      limit,
    )
  })
}
