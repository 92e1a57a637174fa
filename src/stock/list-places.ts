import type { GroupingId } from '../kernel/ids.js'
import { microEuros } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { amountOf } from './amount-of.js'
import type { PlaceView } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

type PlaceRow = Omit<PlaceView, 'value'> & { micros: bigint }

/**
 * Every place that can hold units, the hub's first, with what it holds.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listPlaces(
  ctx: Context,
  { groupingId }: { readonly groupingId: GroupingId },
): Promise<{ items: PlaceView[] }> {
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<PlaceRow[]>`
      with held as (
        select b.location_id, count(*)::int as lots, count(distinct b.product_id)::int as products,
          sum(b.on_hand_units)::int as on_hand, sum(b.reserved_units)::int as reserved, min(b.expires_on) as earliest,
          sum(b.on_hand_units * item.average_cost_micros)::bigint as micros
        from stock_balance b
        join stock_item item on item.grouping_id = b.grouping_id and item.product_id = b.product_id
        where b.grouping_id = ${groupingId}::uuid and b.on_hand_units > 0
        group by b.location_id)
      select place.id, place.kind, place.name, place.storage_class as "storageClass",
        place.establishment_id as "establishmentId", e.short_name as "establishmentName",
        coalesce(held.lots, 0) as lots, coalesce(held.products, 0) as products,
        coalesce(held.on_hand, 0) as "onHandUnits", coalesce(held.reserved, 0) as "reservedUnits",
        held.earliest::text as "earliestExpiryOn", coalesce(held.micros, 0)::bigint as micros
      from location place
      left join held on held.location_id = place.id
      left join establishment e on e.id = place.establishment_id
      where place.grouping_id = ${groupingId}::uuid
        and place.kind in ('store', 'quarantine', 'to-destroy', 'in-transit', 'member-store')
      order by place.establishment_id is not null, array_position(array['store', 'quarantine', 'to-destroy'], place.kind),
        e.short_name, place.kind, place.id`
    return {
      items: rows.map(({ micros, ...row }) => ({ ...row, value: amountOf(microEuros(micros)) })),
    }
  })
}
