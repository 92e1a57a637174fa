import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { ISO_INSTANT } from './iso-instant.js'
import type { MovementsQuery, ProductMovementView } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

/**
 * What moved of a product, whatever the lot, latest first.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listMovements(ctx: Context, query: MovementsQuery) {
  const { groupingId, productId, limit, cursor = null } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<ProductMovementView[]>`
      select m.id::text as id, to_char(m.occurred_at at time zone 'UTC', ${ISO_INSTANT}::text) as "occurredAt", m.reason, m.units,
        (m.unit_cost_micros * 0.000001)::text as "unitCost", m.lot_id as "lotId", lot.lot_number as "lotNumber",
        source.kind as "fromKind", source.name as "fromName", target.kind as "toKind", target.name as "toName",
        e.short_name as "establishmentName", actor.display_name as "actorName", m.note
      from lot
      join stock_movement m on m.lot_id = lot.id
      join location source on source.id = m.from_location_id
      join location target on target.id = m.to_location_id
      left join establishment e on e.id = m.establishment_id
      left join app_user actor on actor.id = m.actor_id
      where lot.grouping_id = ${groupingId}::uuid and lot.product_id = ${productId}::uuid
        and (${cursor}::bigint is null or m.id < ${cursor}::bigint)
      order by m.id desc limit ${limit + 1}`
    return toPage(rows, limit)
  })
}
