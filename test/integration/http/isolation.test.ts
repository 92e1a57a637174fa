import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../database.js'
import {
  fill,
  outcomeOf,
  rowInsert,
  type Scope,
  type Tenant,
  type TenantTable,
  tenantTables,
  within,
} from './tenant-rows.js'

const REFUSED = '42501'
const newTenant = (groupingId: string = crypto.randomUUID()): Tenant => ({
  groupingId,
  establishmentId: crypto.randomUUID(),
})

/** The member whose rows there are; a member of the same grouping; a hub of another one. */
const alpha = newTenant()
const neighbour = newTenant(alpha.groupingId)
const stranger = newTenant()

const NEIGHBOUR: Scope = { members: [neighbour] }
const STRANGERS: readonly (readonly [string, Scope])[] = [
  ['nobody', {}],
  ['a member of another grouping', { members: [stranger] }],
  ['the hub of another grouping', { groupings: [stranger.groupingId] }],
]

/** What every member of a grouping may read of it. */
const PUBLISHED_BY_THE_HUB = ['exam', 'period', 'stability_rule', 'substitute']
/** A job may be asked for by anybody, about anything; only the relay reads what was asked. */
const WRITTEN_BY_ALL = ['outbox_message']
/** A refusal is audited by whoever was refused, also about what belongs to another member. */
const WRITTEN_BY_NEIGHBOURS = [...WRITTEN_BY_ALL, 'audit_entry']

/** The catalogue of products, and the imports that renew it. */
const SHARED_BY_ALL = ['catalogue_import', 'presentation', 'product', 'vat_rate']

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
let tables: TenantTable[]
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client(database.ownerUrl)
  app = new pg.Client(database.appUrl)
  await owner.connect()
  await app.connect()
  tables = await tenantTables(owner)
  await fill(owner, tables, alpha)
})
afterAll(async () => {
  await owner.end()
  await app.end()
  await database.drop()
})

const outcomes = (scope: Scope, statementOf: (table: TenantTable) => string | pg.QueryConfig) =>
  within(app, scope, async () => {
    const found: Record<string, string> = {}
    for (const table of tables) found[table.name] = await outcomeOf(app, statementOf(table))
    return found
  })

const named = (names: readonly string[], outcome: string) =>
  Object.fromEntries(names.map((name) => [name, outcome]))
const except = (found: Readonly<Record<string, string>>, outcomesAllowed: readonly string[]) =>
  Object.fromEntries(
    Object.entries(found).filter(([, outcome]) => !outcomesAllowed.includes(outcome)),
  )

describe('the rows of a member, in the database itself', () => {
  test('are in every table that names a grouping, and each of these has row security', async () => {
    const { rows } = await owner.query<{ relname: string }>(`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relrowsecurity`)
    const guarded = new Set(rows.map(({ relname }) => relname))
    const open = tables.map(({ name }) => name).filter((name) => !guarded.has(name))

    expect(tables.length).toBeGreaterThan(45)
    // The counters of numbers cannot be reached at all, but through one function.
    expect(open).toEqual(['document_series'])
    for (const { name } of tables) {
      const { rowCount } = await owner.query(`select from ${name} where grouping_id = $1`, [
        alpha.groupingId,
      ])
      expect([name, rowCount]).toEqual([name, 1])
    }
  })

  test('are seen by the hub of their grouping, so that this file is not blind', async () => {
    const found = await outcomes({ groupings: [alpha.groupingId] }, ({ name }) => ({
      text: `select from ${name} where grouping_id = $1`,
      values: [alpha.groupingId],
    }))

    expect(except(found, ['1 rows'])).toEqual({
      document_series: REFUSED,
      outbox_message: '0 rows',
    })
  })

  test.for(STRANGERS)('are not seen by %s', async ([, scope]) => {
    const found = await outcomes(scope, ({ name }) => `select from ${name}`)

    expect(except(found, ['0 rows'])).toEqual({ document_series: REFUSED })
  })

  test('are not seen by another member of the same grouping, but for what the hub publishes', async () => {
    const found = await outcomes(NEIGHBOUR, ({ name }) => `select from ${name}`)

    expect(except(found, ['0 rows'])).toEqual({
      ...named(PUBLISHED_BY_THE_HUB, '1 rows'),
      document_series: REFUSED,
    })
  })

  test.for(STRANGERS)('are written by nobody else: not by %s', async ([, scope]) => {
    const found = await outcomes(scope, (table) => rowInsert(table, alpha))

    expect(except(found, [REFUSED])).toEqual(named(WRITTEN_BY_ALL, '1 rows'))
  })

  test('are not written by another member of the same grouping', async () => {
    const found = await outcomes(NEIGHBOUR, (table) => rowInsert(table, alpha))

    expect(except(found, [REFUSED])).toEqual(named(WRITTEN_BY_NEIGHBOURS, '1 rows'))
  })

  test.for([...STRANGERS, ['another member of the same grouping', NEIGHBOUR] as const])(
    'are neither changed nor deleted by %s',
    async ([, scope]) => {
      const changed = await outcomes(
        scope,
        ({ name }) => `update ${name} set grouping_id = grouping_id`,
      )
      const deleted = await outcomes(scope, ({ name }) => `delete from ${name}`)

      expect(except(changed, ['0 rows', REFUSED])).toEqual({})
      expect(except(deleted, ['0 rows', REFUSED])).toEqual({})
    },
  )
})

describe('a table without row security', () => {
  test('is shared by everybody on purpose: a new one must be named here', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
        and has_table_privilege('navette_app', oid, 'select') order by 1`)

    expect(rows.map(({ name }) => name)).toEqual(SHARED_BY_ALL)
  })
})

describe('facts', () => {
  const factTables = async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select distinct tgrelid::regclass::text as name from pg_trigger
      where tgfoid = 'navette_refuse_rewrite'::regproc order by 1`)
    return rows.map(({ name }) => name)
  }

  test.for([
    ['update', (name: string) => `update ${name} set grouping_id = grouping_id`],
    ['delete', (name: string) => `delete from ${name}`],
    ['truncate', (name: string) => `truncate ${name} cascade`],
  ] as const)('know no %s: refused to the application, and to the owner too', async ([, sqlOf]) => {
    const names = await factTables()
    expect(names.length).toBeGreaterThanOrEqual(16)

    const hub = { groupings: [alpha.groupingId] }
    const asApplication = await within(app, hub, async () => {
      const found: Record<string, string> = {}
      for (const name of names) found[name] = await outcomeOf(app, sqlOf(name))
      return found
    })
    const asOwner = await within(owner, {}, async () => {
      const found: Record<string, string> = {}
      for (const name of names) found[name] = await outcomeOf(owner, sqlOf(name))
      return found
    })

    expect(asApplication).toEqual(named(names, REFUSED))
    expect(asOwner).toEqual(named(names, 'NV001'))
  })
})

describe('the role the program runs as', () => {
  test('owns nothing, bypasses nothing and creates nothing', async () => {
    const { rows } = await owner.query(`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        (select count(*)::int from pg_class where relowner = pg_roles.oid
          and relnamespace = 'public'::regnamespace) as owned,
        has_schema_privilege(rolname, 'public', 'create') as creates
      from pg_roles where rolname = 'navette_app'`)

    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        owned: 0,
        creates: false,
      },
    ])
  })
})
