import { addDays, dateColumn, dayOf } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { nextRuns } from './next-runs.js'
import { PharmacyDay } from './schema.js'

/** Long enough to send a lot to whoever uses it before it is lost. */
const EXPIRING_DAYS = 90
const MINE_MAX = 8

/** The counts of the hub in one statement, from the indexes of what is not yet done. */
export async function pharmacyDay(
  tx: Tx,
  ctx: Context,
  groupingIds: readonly GroupingId[],
): Promise<PharmacyDay> {
  const now = ctx.clock()
  const today = dayOf(now)
  const soon = dateColumn(addDays(today, EXPIRING_DAYS))
  const [row] = await tx.$queryRaw<{ day: object }[]>`
    with ours as (
      select o.* from supply_order o
      where o.grouping_id = any (${groupingIds}::uuid[]) and o.state not in ('closed', 'cancelled', 'rejected')),
    at_hub as (
      select * from ours where state in ('submitted', 'approved', 'allocated', 'picking', 'picked', 'released', 'suspended')),
    servable as (
      select distinct o.id from at_hub o
      join supply_order_line l on l.order_id = o.id and l.in_process_units > 0
      join stock_item s on s.grouping_id = o.grouping_id and s.product_id = l.product_id and s.available_units > 0
      where o.state = 'approved'),
    waiting as (
      select * from at_hub where state = 'approved' and id not in (select id from servable)),
    sent as (
      select d.state, o.expected_at from delivery d join supply_order o on o.id = d.order_id
      where d.grouping_id = any (${groupingIds}::uuid[]) and d.state in ('packed', 'dispatched', 'delivered')),
    held as (
      select distinct b.lot_id, lot.expires_on, lot.status from stock_balance b join lot on lot.id = b.lot_id
      where b.grouping_id = any (${groupingIds}::uuid[]) and b.establishment_id is null and b.on_hand_units > 0
        and (lot.expires_on < ${soon} or lot.status in ('quarantine', 'recalled')))
    select jsonb_build_object(
      'orders', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) n from ours group by state) s),
      'toAllocate', (select count(*) from servable),
      'urgentOrders', (select count(*) from at_hub where priority = 'urgent'),
      'lateOrders', (select count(*) from ours where expected_at < ${now} and state not in ('draft', 'delivered', 'received')),
      'backorders', (select count(*) from waiting),
      'backorderLines', (select count(*) from supply_order_line l join waiting w on w.id = l.order_id),
      'shortOrders', (select count(distinct o.id) from at_hub o join supply_order_line l on l.order_id = o.id where l.backordered_units > 0),
      'deliveries', jsonb_build_object(
        'packed', (select count(*) from sent where state = 'packed'),
        'dispatched', (select count(*) from sent where state = 'dispatched'),
        'late', (select count(*) from sent where state = 'dispatched' and expected_at < ${now}),
        'awaitingReceipt', (select count(*) from sent where state = 'delivered')),
      'openDiscrepancies', (select count(*) from discrepancy
        where grouping_id = any (${groupingIds}::uuid[]) and state = 'open'),
      'lots', jsonb_build_object(
        'expiringSoon', (select count(*) from held where status = 'available' and expires_on < ${soon}),
        'blocked', (select count(*) from held where status in ('quarantine', 'recalled'))),
      'outOfStock', (select count(*) from stock_item
        where grouping_id = any (${groupingIds}::uuid[]) and available_units = 0),
      'mine', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'number', m.number,
          'establishmentName', m.short_name, 'state', m.state) order by m.id), '[]')
        from (select o.id, o.number, o.state, e.short_name from at_hub o join establishment e on e.id = o.establishment_id
          where o.state = 'picking' and o.prepared_by_id = ${ctx.actor.userId}::uuid order by o.id limit ${MINE_MAX}) m)
    ) as day`
  return PharmacyDay.parse({ ...row?.day, nextRuns: await nextRuns(tx, ctx, groupingIds) })
}
