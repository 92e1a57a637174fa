import type { Tx } from '../platform/db/transaction.js'
import { asViolation } from './recomputed-rules.js'
import type { Difference, Violation } from './report.js'

/**
 * The sums of orders and deliveries. CHECK constraints say most of them; they are counted again because
 * a database may have been restored, repaired by hand, or altered by whoever owns it.
 */
export async function quantityViolations(tx: Tx): Promise<Violation[]> {
  const differences = [
    ...(await orderLines(tx)),
    ...(await deliveryLines(tx)),
    ...(await dispatched(tx)),
    ...(await timelines(tx)),
  ]
  return differences.map(asViolation)
}

const orderLines = (tx: Tx): Promise<Difference[]> =>
  tx.$queryRaw<Difference[]>`
    select 'ordered-adds-up' as rule, id::text as subject, ordered_units::text as expected,
      (in_process_units + shipped_units + backordered_units + cancelled_units)::text as found
    from supply_order_line
    where ordered_units <> in_process_units + shipped_units + backordered_units + cancelled_units
      or least(in_process_units, shipped_units, backordered_units, cancelled_units) < 0
    union all
    select 'approval-binds', id::text, approved_units::text,
      (in_process_units + shipped_units + backordered_units)::text
    from supply_order_line
    where in_process_units + shipped_units + backordered_units > approved_units`

const deliveryLines = (tx: Tx): Promise<Difference[]> =>
  tx.$queryRaw<Difference[]>`
    select 'received-adds-up' as rule, line.id::text as subject, line.shipped_units::text as expected,
      coalesce((line.accepted_units + line.refused_units + line.missing_units)::text, 'nothing') as found
    from delivery_line line join delivery on delivery.id = line.delivery_id
    where case when delivery.state in ('received', 'closed')
        then (line.accepted_units + line.refused_units + line.missing_units = line.shipped_units) is not true
        else line.accepted_units + line.refused_units + line.missing_units <> line.shipped_units end`

/** A reversed dispatch is undone by its contrary entry, which carries the same line. */
const dispatched = (tx: Tx): Promise<Difference[]> =>
  tx.$queryRaw<Difference[]>`
    with moved as (
      select line_id, sum(units) as units from stock_movement
      where reason = 'dispatch' and reverses_id is null and line_id is not null group by line_id),
    shipped as (
      select line.order_line_id, sum(line.shipped_units) as units
      from delivery_line line join delivery on delivery.id = line.delivery_id
      where delivery.state not in ('packed', 'cancelled') group by line.order_line_id)
    select 'dispatched-is-moved' as rule, coalesce(moved.line_id, shipped.order_line_id)::text as subject,
      coalesce(shipped.units, 0)::text as expected, coalesce(moved.units, 0)::text as found
    from moved full join shipped on shipped.order_line_id = moved.line_id
    where coalesce(moved.units, 0) <> coalesce(shipped.units, 0)`

const timelines = (tx: Tx): Promise<Difference[]> =>
  tx.$queryRaw<Difference[]>`
    with last as (
      select distinct on (order_id) order_id, to_state from order_transition order by order_id, id desc)
    select 'state-is-last-transition' as rule, supply_order.id::text as subject,
      coalesce(last.to_state, 'nothing') as expected, supply_order.state as found
    from supply_order left join last on last.order_id = supply_order.id
    where last.to_state is distinct from supply_order.state`
