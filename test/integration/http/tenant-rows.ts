import pg from 'pg'

/** What one statement may need of a table, read from the catalogue of the database. */
export interface TenantTable {
  readonly name: string
  readonly hasEstablishment: boolean
  /** Columns somebody must give a value to, with their type. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** Every table that says whose its rows are: a table added later is in the list by itself. */
export async function tenantTables(owner: pg.Client): Promise<TenantTable[]> {
  const { rows } = await owner.query<{
    name: string
    column: string
    type: string
    given: boolean
  }>(`
    select t.relname as name, a.attname as column, format_type(a.atttypid, null) as type,
      a.attname in ('grouping_id', 'establishment_id')
        or (a.attnotnull and not a.atthasdef and a.attidentity = '') as given
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and exists (select from pg_attribute g where g.attrelid = t.oid and g.attname = 'grouping_id')
    order by t.relname, a.attnum`)
  return [...new Set(rows.map(({ name }) => name))].map((name) => {
    const columns = rows.filter((row) => row.name === name && row.given)
    return {
      name,
      hasEstablishment: columns.some(({ column }) => column === 'establishment_id'),
      columns: columns.map(({ column, type }) => ({ name: column, type })),
    }
  })
}

export interface Tenant {
  readonly groupingId: string
  readonly establishmentId: string
}

const VALUES: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['uuid', () => crypto.randomUUID()],
  ['text', () => `essai-${crypto.randomUUID()}`],
  ['date', () => '2026-03-12'],
  ['timestamp with time zone', () => '2026-03-12T08:00:00Z'],
  ['jsonb', () => '{}'],
  ['bytea', () => Buffer.from('essai')],
  ['boolean', () => false],
  ['integer', () => 1],
  ['smallint', () => 1],
  ['bigint', () => 1],
  ['numeric', () => 1],
])

function sampleOf(type: string): unknown {
  if (type.endsWith('[]')) return []
  const make = VALUES.get(type)
  if (make === undefined) throw new Error(`Say in VALUES what a ${type} may hold`)
  return make()
}

/** A row of this tenant: only whose it is means something. */
export function rowInsert({ name, columns }: TenantTable, tenant: Tenant): pg.QueryConfig {
  const values = columns.map((column) => {
    if (column.name === 'grouping_id') return tenant.groupingId
    if (column.name === 'establishment_id') return tenant.establishmentId
    return sampleOf(column.type)
  })
  const names = columns.map((column) => pg.escapeIdentifier(column.name))
  const places = values.map((_, i) => `$${i + 1}`)
  return { text: `insert into ${name} (${names.join()}) values (${places.join()})`, values }
}

/**
 * One row of the tenant in each table. Constraints and triggers are taken off first: this database is
 * about who sees a row, not about what is in it.
 */
export async function fill(owner: pg.Client, tables: readonly TenantTable[], tenant: Tenant) {
  await owner.query(`set session_replication_role = replica`)
  const { rows } = await owner.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`)
  for (const { drop } of rows) await owner.query(drop)
  for (const table of tables) await owner.query(rowInsert(table, tenant))
  await owner.query(`set session_replication_role = origin`)
}

/** What a caller may reach, as the program tells the database at the start of each transaction. */
export interface Scope {
  readonly groupings?: readonly string[]
  readonly members?: readonly Tenant[]
}

/** Runs `work` in a transaction of this scope and undoes it. */
export async function within<T>(
  app: pg.Client,
  { groupings = [], members = [] }: Scope,
  work: () => Promise<T>,
): Promise<T> {
  const pairs = members.map(({ groupingId, establishmentId }) => `${groupingId}/${establishmentId}`)
  await app.query('begin')
  try {
    await app.query(
      `select set_config('navette.groupings', $1, true), set_config('navette.members', $2, true),
        set_config('navette.user_id', $3, true)`,
      [`{${groupings.join()}}`, `{${pairs.join()}}`, crypto.randomUUID()],
    )
    return await work()
  } finally {
    await app.query('rollback')
  }
}

/** The SQLSTATE a statement is refused with; what it did otherwise. The transaction goes on. */
export async function outcomeOf(client: pg.Client, statement: string | pg.QueryConfig) {
  await client.query('savepoint attempt')
  try {
    const { rowCount } = await client.query(statement)
    return `${rowCount} rows`
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? 'no code'
    throw error
  } finally {
    await client.query('rollback to savepoint attempt')
  }
}
