import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import { named } from './tenancy-rules.js'

/** References whose two ends belong to one member, and not only to one grouping. */
const SAME_MEMBER = [
  'supply_order_line_order_id_fkey',
  'order_transition_order_id_fkey',
  'delivery_order_id_fkey',
  'delivery_line_delivery_id_fkey',
  'tote_delivery_id_fkey',
  'discrepancy_delivery_id_fkey',
  'tube_shipment_id_fkey',
  'tube_exam_tube_id_fkey',
  'tube_verdict_tube_id_fkey',
  'document_content_document_id_fkey',
  'statement_document_id_fkey',
] as const

interface Comparison {
  readonly sql: string
}

/**
 * Row security shows a row to whoever its own grouping and member columns name. A row that names another
 * owner than what it belongs to would be shown to a stranger: every reference is compared, end to end.
 */
export async function ownershipViolations(tx: Tx): Promise<Findings> {
  const comparisons = await tx.$queryRaw<Comparison[]>`
    with reference as (
      select c.conname, c.conrelid, c.confrelid, own.attname as own, target.attname as target
      from pg_constraint c
      join pg_attribute own on own.attrelid = c.conrelid and own.attnum = c.conkey[1]
      join pg_attribute target on target.attrelid = c.confrelid and target.attnum = c.confkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1),
    compared as (
      select reference.*, col.name
      from reference cross join (values ('grouping_id'), ('establishment_id')) col (name)
      where (col.name = 'grouping_id' or conname = any (${[...SAME_MEMBER]}::text[]))
        and (select count(*) from pg_attribute a where a.attrelid in (conrelid, confrelid)
          and a.attname = col.name and not a.attisdropped) = case when conrelid = confrelid then 1 else 2 end)
    select format('select %L as subject, %L as message from (
        select from %s a join %s b on b.%I = a.%I where a.%I <> b.%I limit 1) strayed',
      conrelid::regclass || '.' || own,
      'Rows name another ' || case name when 'grouping_id' then 'grouping' else 'member' end
        || ' than the ' || confrelid::regclass || ' they belong to',
      conrelid::regclass, confrelid::regclass, target, own, name, name) as sql
    from compared order by 1`
  const found = await tx.$queryRawUnsafe<{ subject: string; message: string }[]>(
    comparisons.map(({ sql }) => sql).join('\nunion all\n'),
  )
  return {
    violations: named('row-stays-in-its-grouping', found),
    checked: { 'row-stays-in-its-grouping': comparisons.length },
  }
}
