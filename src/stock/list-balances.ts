import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { READS_STOCK } from './roles.js'
import type { BalancesQuery, BalanceView } from './schema.js'

/**
 * What each place holds of each lot, earliest expiry first; empty balances are left out.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listBalances(ctx: Context, query: BalancesQuery) {
  const { groupingId, limit, cursor, productId, locationId, lotId, expiresBefore } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  const [afterDay, afterLot, afterPlace] = cursor?.split('.') ?? []
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<BalanceView[]>`
      select b.expires_on || '.' || b.lot_id || '.' || b.location_id as id, b.lot_id as "lotId",
        lot.lot_number as "lotNumber", lot.status as "lotStatus", b.expires_on::text as "expiresOn",
        b.product_id as "productId", product.denomination as "productName", b.location_id as "locationId",
        place.kind as "locationKind", place.name as "locationName", b.establishment_id as "establishmentId",
        b.on_hand_units as "onHandUnits", b.reserved_units as "reservedUnits"
      from stock_balance b
      join lot on lot.id = b.lot_id
      join product on product.id = b.product_id
      join location place on place.id = b.location_id
      where b.grouping_id = ${groupingId}::uuid and b.on_hand_units > 0
        and (${productId ?? null}::uuid is null or b.product_id = ${productId ?? null}::uuid)
        and (${locationId ?? null}::uuid is null or b.location_id = ${locationId ?? null}::uuid)
        and (${lotId ?? null}::uuid is null or b.lot_id = ${lotId ?? null}::uuid)
        and (${expiresBefore ?? null}::date is null or b.expires_on < ${expiresBefore ?? null}::date)
        and (${cursor ?? null}::text is null or (b.expires_on, b.lot_id, b.location_id)
          > (${afterDay ?? null}::date, ${afterLot ?? null}::uuid, ${afterPlace ?? null}::uuid))
      order by b.expires_on, b.lot_id, b.location_id
      limit ${limit + 1}`
    return toPage(rows, limit)
  })
}
