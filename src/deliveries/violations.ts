import type { Tx } from '../platform/db/transaction.js'

/** A rule of orders and deliveries that does not hold in the database. */
export interface OrderViolation {
  readonly rule:
    | 'backordered-is-ordered-again'
    | 'shipped-is-delivered-lines'
    | 'closed-order-has-nothing-open'
    | 'difference-is-discrepancies'
    | 'kept-is-in-process'
  readonly groupingId: string
  readonly subject: string
  readonly expected: string
  readonly found: string
}

/**
 * What no single-row constraint can say, recomputed over the caller's groupings: empty as long as
 * every rule holds. It reports; it repairs nothing.
 */
export function orderViolations(tx: Tx): Promise<OrderViolation[]> {
  return tx.$queryRaw<OrderViolation[]>`
    with line as (
      select l.id, l.grouping_id, l.in_process_units, l.shipped_units, l.backordered_units, o.state,
        (select coalesce(sum(b.ordered_units), 0) from supply_order_line b
          where b.backorder_of_line_id = l.id) as ordered_again,
        (select coalesce(sum(d.shipped_units), 0) from delivery_line d
          join delivery on delivery.id = d.delivery_id
          where d.order_line_id = l.id and delivery.state not in ('packed', 'cancelled')) as delivered,
        (select coalesce(sum(a.units), 0) from allocation a where a.line_id = l.id) as kept
      from supply_order_line l join supply_order o on o.id = l.order_id),
    checked as (
      select 'backordered-is-ordered-again' as rule, grouping_id, id, backordered_units as expected, ordered_again as found from line
      union all
      select 'shipped-is-delivered-lines', grouping_id, id, delivered, shipped_units from line
      union all
      select 'closed-order-has-nothing-open', grouping_id, id, 0, in_process_units from line
        where state in ('dispatched', 'delivered', 'received', 'closed', 'rejected', 'cancelled')
      union all
      select 'kept-is-in-process', grouping_id, id, in_process_units, kept from line
        where state in ('allocated', 'picking', 'picked', 'released')
      union all
      select 'difference-is-discrepancies', d.grouping_id, d.id,
        coalesce(d.refused_units, 0) + coalesce(d.missing_units, 0),
        (select coalesce(sum(c.units), 0) from discrepancy c where c.delivery_line_id = d.id)
      from delivery_line d)
    select rule, grouping_id as "groupingId", id::text as subject, expected::text, found::text
    from checked where expected <> found order by rule, id`
}
