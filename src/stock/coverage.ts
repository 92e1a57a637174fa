import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { CoverageList, CoverageQuery } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

/** The days whose consumption a coverage supposes will go on. */
export const COVERAGE_DAYS = 90
export const COVERAGE_MS = COVERAGE_DAYS * 24 * 3_600_000

/**
 * How many days what is available lasts at the pace of the last 90, worst first; products nobody asked
 * for in that time have no coverage and are left out.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listCoverage(
  ctx: Context,
  { groupingId, limit }: CoverageQuery,
): Promise<CoverageList> {
  requireRole(ctx, { groupingId }, READS_STOCK)
  const since = new Date(ctx.clock().getTime() - COVERAGE_MS)
  return inReadTransaction(ctx, async (tx) => {
    const items = await tx.$queryRaw<CoverageList['items']>`
      with sent as (
        select product_id, sum(units)::int as units from stock_movement
        where grouping_id = ${groupingId}::uuid and reason = 'dispatch' and occurred_at >= ${since}
          and accounting_month >= date_trunc('month', ${since}::timestamptz - interval '1 day')::date
        group by product_id)
      select product.id as "productId", product.denomination as "productName", product.storage_class as "storageClass",
        product.is_narcotic as "isNarcotic", item.available_units as "availableUnits",
        sent.units as "dispatchedUnits90Days",
        (item.available_units::bigint * ${COVERAGE_DAYS}::int / sent.units)::int as "coverageDays"
      from sent
      join stock_item item on item.grouping_id = ${groupingId}::uuid and item.product_id = sent.product_id
      join product on product.id = sent.product_id
      order by "coverageDays", product.denomination, product.id
      limit ${limit}`
    return { items }
  })
}
