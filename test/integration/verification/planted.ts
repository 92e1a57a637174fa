import type { RuleName } from '../../../src/verification/index.js'

/** A way to break one rule that only somebody with every right on the server has. */
export interface Planted {
  readonly rule: RuleName
  readonly how: string
  readonly sql: string
}

const planted = (rule: RuleName, how: string, sql: string): Planted => ({ rule, how, sql })

/** The first row of a table, whatever it is. */
const one = (table: string, condition = 'true'): string =>
  `ctid = (select ctid from ${table} where ${condition} order by ctid limit 1)`

const lineOf = (state: string): string =>
  `order_id in (select id from supply_order where state = '${state}')`

const STOCK = [
  planted(
    'units-are-conserved',
    'a box appears on a shelf',
    `update stock_balance set on_hand_units = on_hand_units + 1, is_depleted = false where ${one('stock_balance', 'reserved_units < on_hand_units')}`,
  ),
  planted(
    'balance-is-ledger',
    'a movement says less than what moved',
    `update stock_movement set units = units - 1 where ${one('stock_movement', `reason = 'dispatch'`)}`,
  ),
  planted(
    'balance-is-not-negative',
    'more is reserved than there is',
    `alter table stock_balance drop constraint stock_balance_never_negative;
     update stock_balance set reserved_units = on_hand_units + 1 where ${one('stock_balance')}`,
  ),
  planted(
    'reserved-is-allocations',
    'a reservation grows',
    'update allocation set units = units + 1',
  ),
  planted(
    'available-is-free',
    'units are no longer promised',
    'update stock_item set available_units = available_units - 1',
  ),
  planted(
    'owned-is-held',
    'the hub owns one more',
    'update stock_item set owned_units = owned_units + 1',
  ),
  planted(
    'pickable-is-usable',
    'a lot is blocked behind the back of its balances',
    `update lot set status = 'quarantine'`,
  ),
  planted(
    'average-cost-replays',
    'the average cost drifts by a millionth',
    'update stock_item set average_cost_micros = average_cost_micros + 1',
  ),
  planted(
    'movement-has-period',
    'a movement falls into a month that does not exist',
    `update stock_movement set accounting_month = '2019-01-01' where ${one('stock_movement')}`,
  ),
  planted(
    'receipt-is-movement',
    'a receipt says more than came in',
    'update stock_receipt_line set units = units + 1',
  ),
]

const ORDERS = [
  planted(
    'ordered-adds-up',
    'an order grows after the fact',
    `alter table supply_order_line drop constraint supply_order_line_adds_up;
     update supply_order_line set ordered_units = ordered_units + 1`,
  ),
  planted(
    'approval-binds',
    'more is shipped than was approved',
    `alter table supply_order_line drop constraint supply_order_line_approval_binds;
     update supply_order_line set approved_units = 1 where shipped_units > 1`,
  ),
  planted(
    'backordered-is-ordered-again',
    'a backorder that no order carries',
    `update supply_order_line set in_process_units = in_process_units - 1,
       backordered_units = backordered_units + 1 where ${lineOf('submitted')}`,
  ),
  planted(
    'shipped-is-delivered-lines',
    'a delivery carries one more',
    'update delivery_line set shipped_units = shipped_units + 1 where accepted_units is null',
  ),
  planted(
    'closed-order-has-nothing-open',
    'units stay in process after the order left',
    `update supply_order_line set shipped_units = shipped_units - 1,
       in_process_units = in_process_units + 1 where ${lineOf('dispatched')}`,
  ),
  planted(
    'kept-is-in-process',
    'the units kept for an order are given away',
    `delete from allocation where line_id in (select id from supply_order_line where ${lineOf('allocated')})`,
  ),
  planted(
    'received-adds-up',
    'a receiver accepts more than was shipped',
    `alter table delivery_line drop constraint delivery_line_adds_up;
     update delivery_line set accepted_units = accepted_units + 1`,
  ),
  planted(
    'received-adds-up',
    'a received delivery has an unanswered line',
    `update delivery set state = 'received' where state = 'dispatched'`,
  ),
  planted(
    'difference-is-discrepancies',
    'a discrepancy disappears',
    `delete from discrepancy where kind = 'refused'`,
  ),
  planted(
    'dispatched-is-moved',
    'a dispatch leaves no movement',
    `delete from stock_movement where ${one('stock_movement', `reason = 'dispatch'`)}`,
  ),
  planted(
    'state-is-last-transition',
    'an order approves itself',
    `update supply_order set state = 'approved' where state = 'submitted'`,
  ),
]

const CUSTODY = [
  planted(
    'chain-links',
    'an event is rewritten',
    `update custody_event set occurred_at = occurred_at - interval '1 hour' where ${one('custody_event')}`,
  ),
  planted(
    'chain-head-is-last-link',
    'the last event is removed',
    `delete from custody_event where ${one('custody_event', `kind = 'received'`)}`,
  ),
  planted(
    'sealed-has-one-holder',
    'a container is nowhere',
    `update custody_chain set holder_kind = 'nobody', holder_id = null`,
  ),
  planted(
    'holder-is-projection',
    'somebody else is said to hold it',
    'update custody_chain set holder_id = gen_random_uuid()',
  ),
  planted(
    'shipment-is-projection',
    'a shipment on the road is said to wait',
    `update specimen_shipment set state = 'sealed', picked_up_at = null where state = 'in-transit'`,
  ),
]

const MONEY = [
  planted(
    'shares-add-up',
    'a cent moves',
    `update period_share set amount_cents = amount_cents + 1 where ${one('period_share')}`,
  ),
  planted(
    'snapshot-unchanged',
    'a consumption grows after closing',
    'update period_consumption set units = units + 1',
  ),
  planted(
    'statement-matches-shares',
    'a statement asks for a cent more',
    'update statement set total_cents = total_cents + 1',
  ),
  planted(
    'renders-the-same',
    'a figure changes on a document that was issued',
    `update document set data = jsonb_set(data, '{total}', '"0.01"') where kind = 'usage-statement'`,
  ),
  planted(
    'renders-the-same',
    'a document cannot be drawn any more',
    `update document set data = '{}' where kind = 'delivery-note'`,
  ),
]

const TRACE = [
  planted(
    'numbers-without-gaps',
    'a delivery note jumps',
    `update document set number = 'BL-2026-00099', sequence = 99 where number = 'BL-2026-00002'`,
  ),
  planted(
    'numbers-without-gaps',
    'a number is taken by nothing',
    `update document_series set last_number = last_number + 1 where kind = 'order'`,
  ),
  planted(
    'write-is-audited',
    'a dispatch leaves no trace',
    `delete from audit_seal where entry_id in (select id from audit_entry where action = 'delivery.dispatched');
     delete from audit_entry where action = 'delivery.dispatched'`,
  ),
  planted(
    'audit-chain-holds',
    'an entry is rewritten',
    `update audit_entry set actor_id = gen_random_uuid() where action = 'order.approved'`,
  ),
]

const SCHEMA = [
  planted(
    'row-security-is-on',
    'row security is switched off',
    'alter table delivery disable row level security',
  ),
  planted('row-security-is-on', 'a policy is dropped', 'drop policy tenant on lot'),
  planted(
    'row-security-is-on',
    'a policy lets everybody in',
    'create policy open on lot for select to navette_app using (true)',
  ),
  // Roles belong to the whole server, which other suites use meanwhile; owning a table does not.
  planted('application-role-is-bound', 'it owns a table', 'alter table lot owner to navette_app'),
  planted(
    'facts-are-append-only',
    'an update is granted',
    'grant update (label) on charge to navette_app',
  ),
  planted(
    'facts-are-append-only',
    'a trigger is disabled',
    'alter table stock_movement disable trigger stock_movement_is_append_only',
  ),
  planted(
    'definer-is-closed',
    'a search path is opened',
    'alter function navette_next_number(uuid, text, int) set search_path = public',
  ),
  planted(
    'constraint-is-enforced',
    'a constraint is dropped',
    'alter table stock_movement drop constraint stock_movement_moves',
  ),
  planted('constraint-is-enforced', 'an index is dropped', 'drop index delivery_one_per_order'),
  planted(
    'row-stays-in-its-grouping',
    'a line is shown to another grouping',
    `update delivery_line set grouping_id = (select id from grouping where id <> delivery_line.grouping_id limit 1)`,
  ),
  planted(
    'row-stays-in-its-grouping',
    'a line is shown to another member',
    `update supply_order_line set establishment_id = (select id from establishment
       where id <> supply_order_line.establishment_id limit 1)`,
  ),
]

export const PLANTED = [...STOCK, ...ORDERS, ...CUSTODY, ...MONEY, ...TRACE, ...SCHEMA]
