import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import type { Violation } from './report.js'

/** Rows that are facts. The application may insert them and nothing else; a trigger binds everybody. */
export const FACT_TABLES = [
  'audit_entry',
  'audit_seal',
  'budget_line',
  'budget_vote',
  'charge',
  'custody_conflict',
  'custody_event',
  'document',
  'document_content',
  'handover_signature',
  'measured_driver',
  'order_transition',
  'period_consumption',
  'period_pool',
  'period_share',
  'stock_movement',
  'stock_receipt',
  'stock_receipt_line',
  'tube_verdict',
] as const

/** Tables without a grouping of their own whose rows still are somebody's. */
export const PERSONAL_TABLES = [
  'allotment_line',
  'api_key',
  'app_user',
  'care_unit',
  'delivery_point',
  'establishment',
  'external_identity',
  'grouping',
  'idempotency_record',
  'session',
] as const

interface Finding {
  readonly subject: string
  readonly message: string
}

/** What PostgreSQL itself enforces, read from its catalogue: who may read and write what. */
export async function tenancyViolations(tx: Tx): Promise<Findings> {
  return {
    violations: [
      ...named('row-security-is-on', await openTables(tx)),
      ...named('application-role-is-bound', await roleFindings(tx)),
      ...named('facts-are-append-only', await rewritable(tx)),
      ...named('definer-is-closed', await openFunctions(tx)),
    ],
    checked: { 'facts-are-append-only': FACT_TABLES.length },
  }
}

export const named = (rule: Violation['rule'], findings: readonly Finding[]): Violation[] =>
  findings.map((finding) => ({ rule, ...finding }))

const openTables = (tx: Tx): Promise<Finding[]> =>
  tx.$queryRaw<Finding[]>`
    with tenant as (
      select c.oid, c.relname::text as name, c.relrowsecurity as is_on
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r'
        and has_table_privilege('navette_app', c.oid, 'select, insert, update, delete')
        and (c.relname = any (${[...PERSONAL_TABLES]}::text[]) or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'grouping_id' and not a.attisdropped)))
    select name as subject, 'Row security is off: every member sees the rows of every other' as message
    from tenant where not is_on
    union all
    select name, 'No policy says which rows a member may see'
    from tenant where not exists (select from pg_policy p where p.polrelid = tenant.oid)
    union all
    select name, 'The policy ' || p.polname || ' lets everybody see every row'
    from tenant join pg_policy p on p.polrelid = tenant.oid
    where p.polcmd <> 'a' and pg_get_expr(p.polqual, p.polrelid) = 'true'`

const roleFindings = (tx: Tx): Promise<Finding[]> =>
  tx.$queryRaw<Finding[]>`
    select 'navette_app' as subject, flaw.message
    from (select count(*) filter (where rolname = 'navette_app') = 0 as is_missing,
        bool_or(rolsuper) filter (where rolname = 'navette_app') as is_super,
        bool_or(rolbypassrls) filter (where rolname = 'navette_app') as bypasses,
        bool_or(rolcreaterole or rolcreatedb) filter (where rolname = 'navette_app') as creates
      from pg_roles) role
    cross join lateral (values
      (role.is_missing, 'The role of the application does not exist'),
      (role.is_super, 'The role of the application is a superuser'),
      (role.bypasses, 'The role of the application bypasses row security'),
      (role.creates, 'The role of the application may create roles or databases'),
      (exists (select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'navette_app'
        and c.relnamespace = 'public'::regnamespace), 'The role of the application owns tables'),
      (exists (select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'navette_app'),
        'The role of the application is a member of another role')) flaw (is_so, message)
    where flaw.is_so`

/** Bits of pg_trigger.tgtype: 1 for each row, 8 on delete, 16 on update, 32 on truncate. */
const rewritable = (tx: Tx): Promise<Finding[]> =>
  tx.$queryRaw<Finding[]>`
    with fact as (select name, to_regclass('public.' || name) as oid from unnest(${[...FACT_TABLES]}::text[]) name),
    guarded as (
      select t.tgrelid, bool_or(t.tgtype & 25 = 25) as by_row, bool_or(t.tgtype & 32 = 32) as by_truncate
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where p.proname = 'navette_refuse_rewrite' and t.tgenabled in ('O', 'A') group by t.tgrelid)
    select fact.name as subject, flaw.message
    from fact left join guarded on guarded.tgrelid = fact.oid
    cross join lateral (values
      (fact.oid is null, 'The table does not exist'),
      (has_any_column_privilege('navette_app', fact.oid, 'update'), 'The application may change its rows'),
      (has_table_privilege('navette_app', fact.oid, 'delete, truncate'), 'The application may remove its rows'),
      (guarded.by_row is not true, 'The trigger that refuses changes is missing or disabled'),
      (guarded.by_truncate is not true, 'The trigger that refuses to empty it is missing or disabled')
    ) flaw (is_so, message)
    where flaw.is_so`

const openFunctions = (tx: Tx): Promise<Finding[]> =>
  tx.$queryRaw<Finding[]>`
    select p.oid::regprocedure::text as subject, flaw.message
    from pg_proc p
    cross join lateral (values
      ((select regexp_replace(setting, '["\\s]', '', 'g') from unnest(p.proconfig) setting
        where setting like 'search_path=%') is distinct from 'search_path=public,pg_temp',
        'It runs as its owner, and a temporary table of the caller could stand in for ours'),
      (has_function_privilege('public', p.oid, 'execute'), 'It runs as its owner, and everybody may call it')
    ) flaw (is_so, message)
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and flaw.is_so`
