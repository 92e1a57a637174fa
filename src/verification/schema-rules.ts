import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import { named } from './tenancy-rules.js'

/** What SQL itself must keep saying about quantities and money; the name says the rule. */
export const REQUIRED_CONSTRAINTS = [
  'allocation_is_positive',
  'delivery_line_adds_up',
  'delivery_line_difference_has_reason',
  'document_series_counts',
  'stock_balance_depleted_is_derived',
  'stock_balance_never_negative',
  'stock_item_never_negative',
  'stock_movement_moves',
  'supply_order_line_adds_up',
  'supply_order_line_approval_binds',
  'supply_order_line_picks_its_own',
] as const

/** Unique indexes without which something could happen twice. */
export const REQUIRED_INDEXES = [
  'custody_event_container_code_chain_position_key',
  'custody_event_device_id_device_sequence_key',
  'delivery_one_per_order',
  'document_grouping_id_kind_number_key',
  'stock_movement_movement_key_key',
  'stock_movement_reverses_id_key',
  'supply_order_grouping_id_number_key',
  'tube_in_one_open_shipment',
] as const

/** The schema as it should be: nothing dropped, disabled or left unchecked by a repair or a restore. */
export async function schemaViolations(tx: Tx): Promise<Findings> {
  const found = await tx.$queryRaw<{ subject: string; message: string }[]>`
    select name as subject, 'The constraint is missing: nothing refuses what it forbids' as message
    from unnest(${[...REQUIRED_CONSTRAINTS]}::text[]) name
    where not exists (select from pg_constraint c where c.conname = name and c.connamespace = 'public'::regnamespace)
    union all
    select name, 'The unique index is missing: the same thing could be written twice'
    from unnest(${[...REQUIRED_INDEXES]}::text[]) name
    where not exists (select from pg_index i where i.indexrelid = to_regclass('public.' || name) and i.indisunique)
    union all
    select c.conname, 'The constraint was added without checking the rows that exist'
    from pg_constraint c where c.connamespace = 'public'::regnamespace and not c.convalidated
    union all
    select i.indexrelid::regclass::text, 'The index is not valid: it guards nothing'
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not i.indisvalid
    union all
    select t.tgrelid::regclass || '.' || t.tgname, 'The trigger is disabled'
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and t.tgenabled not in ('O', 'A')`
  return {
    violations: named('constraint-is-enforced', found),
    checked: { 'constraint-is-enforced': REQUIRED_CONSTRAINTS.length + REQUIRED_INDEXES.length },
  }
}
