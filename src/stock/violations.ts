import type { Tx } from '../platform/db/transaction.js'
import { averageCostViolations } from './average-cost-violations.js'
import type { StockViolation } from './violation.js'

const PHYSICAL = ['store', 'quarantine', 'to-destroy', 'in-transit', 'member-store']

/**
 * Recomputes the whole stock from the ledger and lists every difference: none, in a sound database.
 * Each rule is one statement, so one snapshot: running it beside live traffic raises no false alarm.
 */
export async function stockViolations(tx: Tx, now: Date): Promise<StockViolation[]> {
  return [
    ...(await ledgerViolations(tx)),
    ...(await reservationViolations(tx)),
    ...(await itemViolations(tx)),
    ...(await usabilityViolations(tx, now)),
    ...(await movementViolations(tx)),
    ...(await averageCostViolations(tx)),
  ]
}

const ledgerViolations = (tx: Tx) =>
  tx.$queryRaw<StockViolation[]>`
    with side as (
      select to_location_id as place_id, lot_id, grouping_id, units from stock_movement
      union all select from_location_id, lot_id, grouping_id, -units from stock_movement),
    ledger as (
      select place_id, lot_id, side.grouping_id, sum(units) as units, place.kind = any (${PHYSICAL}) as is_physical
      from side join location place on place.id = place_id group by place_id, lot_id, side.grouping_id, place.kind),
    compared as (
      select coalesce(b.grouping_id, l.grouping_id) as grouping_id, coalesce(b.location_id, l.place_id) as place_id,
        coalesce(b.lot_id, l.lot_id) as lot_id, coalesce(l.units, 0) as expected, coalesce(b.on_hand_units, 0) as found
      from (select * from ledger where is_physical) l full join stock_balance b on b.location_id = l.place_id and b.lot_id = l.lot_id),
    kept as (select lot_id, sum(on_hand_units) as units from stock_balance group by lot_id),
    sourced as (select lot_id, grouping_id, -sum(units) as units from ledger where not is_physical group by lot_id, grouping_id)
    select 'balance-is-ledger' as rule, grouping_id as "groupingId", place_id || '/' || lot_id as subject,
      expected::text, found::text from compared where expected <> found
    union all
    select 'balance-is-not-negative', grouping_id, location_id || '/' || lot_id, '0 <= reserved <= on hand', reserved_units || ' / ' || on_hand_units
    from stock_balance where on_hand_units < 0 or reserved_units < 0 or reserved_units > on_hand_units
    union all
    select 'units-are-conserved', sourced.grouping_id, sourced.lot_id::text, sourced.units::text, coalesce(kept.units, 0)::text
    from sourced left join kept on kept.lot_id = sourced.lot_id where sourced.units <> coalesce(kept.units, 0)`

const reservationViolations = (tx: Tx) =>
  tx.$queryRaw<StockViolation[]>`
    with promised as (
      select location_id, lot_id, grouping_id, sum(units) as units from allocation group by location_id, lot_id, grouping_id)
    select 'reserved-is-allocations' as rule, coalesce(b.grouping_id, p.grouping_id) as "groupingId",
      coalesce(b.location_id, p.location_id) || '/' || coalesce(b.lot_id, p.lot_id) as subject,
      coalesce(p.units, 0)::text as expected, coalesce(b.reserved_units, 0)::text as found
    from stock_balance b full join promised p on p.location_id = b.location_id and p.lot_id = b.lot_id
    where coalesce(p.units, 0) <> coalesce(b.reserved_units, 0)`

const itemViolations = (tx: Tx) =>
  tx.$queryRaw<StockViolation[]>`
    with held as (
      select grouping_id, product_id, coalesce(sum(on_hand_units - reserved_units) filter (where is_pickable), 0) as available,
        coalesce(sum(on_hand_units) filter (where establishment_id is null), 0) as owned
      from stock_balance group by grouping_id, product_id),
    compared as (
      select coalesce(i.grouping_id, h.grouping_id) as grouping_id, coalesce(i.product_id, h.product_id) as product_id,
        coalesce(h.available, 0) as available, coalesce(i.available_units, 0) as found_available,
        coalesce(h.owned, 0) as owned, coalesce(i.owned_units, 0) as found_owned
      from stock_item i full join held h on h.grouping_id = i.grouping_id and h.product_id = i.product_id)
    select 'available-is-free' as rule, grouping_id as "groupingId", product_id::text as subject,
      available::text as expected, found_available::text as found from compared where available <> found_available
    union all
    select 'owned-is-held', grouping_id, product_id::text, owned::text, found_owned::text from compared where owned <> found_owned`

/** A lot that expired today may wait for the daily job; one that expired before may not. */
const usabilityViolations = (tx: Tx, now: Date) =>
  tx.$queryRaw<StockViolation[]>`
    select 'pickable-is-usable' as rule, b.grouping_id as "groupingId", b.location_id || '/' || b.lot_id as subject,
      (not b.is_pickable)::text as expected, b.is_pickable::text as found
    from stock_balance b
    join lot on lot.id = b.lot_id
    join location place on place.id = b.location_id
    join grouping on grouping.id = b.grouping_id
    where b.expires_on <> lot.expires_on
      or case when b.is_pickable
        then place.kind <> 'store' or lot.status <> 'available' or b.expires_on < (${now} at time zone grouping.time_zone)::date - 1
        else place.kind = 'store' and lot.status = 'available' and b.expires_on >= (${now} at time zone grouping.time_zone)::date end`

const movementViolations = (tx: Tx) =>
  tx.$queryRaw<StockViolation[]>`
    select 'movement-has-period' as rule, m.grouping_id as "groupingId", m.id::text as subject,
      'a period for ' || m.accounting_month as expected, 'none' as found
    from stock_movement m left join period p on p.grouping_id = m.grouping_id and p.month = m.accounting_month
    where p.id is null
    union all
    select 'receipt-is-movement', l.grouping_id, l.id::text, l.units || ' at ' || l.unit_cost_micros,
      coalesce(m.units || ' at ' || m.unit_cost_micros, 'none')
    from stock_receipt_line l left join stock_movement m on m.movement_key = l.id || ':supplier-receipt'
    where (m.units, m.unit_cost_micros, m.lot_id, m.to_location_id) is distinct from (l.units, l.unit_cost_micros, l.lot_id, l.location_id)`
