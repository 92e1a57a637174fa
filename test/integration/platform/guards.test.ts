import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACT_TABLES } from '../../../src/verification/tenancy-rules.js'
import { freshDatabase } from '../../database.js'

const TABLES = `
  select c.relname::text as name
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

const HAS_GROUPING = `exists (select from pg_attribute a
  where a.attrelid = c.oid and a.attname = 'grouping_id' and not a.attisdropped)`

/** The series of numbers have no policy because the application reaches them through a function only. */
const MAY_REACH = `has_any_column_privilege('navette_app', c.oid, 'select, insert, update')`
const MAY_INSERT = `has_table_privilege('navette_app', c.oid, 'insert')`
const MAY_REWRITE = `(has_any_column_privilege('navette_app', c.oid, 'update')
  or has_table_privilege('navette_app', c.oid, 'delete, truncate'))`

const REFUSING = (
  bits: number,
) => `exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = c.oid and p.proname = 'navette_refuse_rewrite'
    and t.tgenabled in ('O', 'A') and t.tgtype & ${bits} = ${bits})`
/** Bits of pg_trigger.tgtype: for each row 1, on delete 8, on update 16, on truncate 32. */
const BY_ROW = REFUSING(1 + 8 + 16)
const BY_TRUNCATE = REFUSING(32)

describe('the guards of the database', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: (await freshDatabase()).ownerUrl })
    await client.connect()
  })
  afterAll(() => client.end())

  const tablesWhere = async (condition: string): Promise<readonly string[]> => {
    const { rows } = await client.query<{ name: string }>(`${TABLES} and ${condition} order by 1`)
    return rows.map(({ name }) => name)
  }
  const unguarded = () =>
    tablesWhere(`${HAS_GROUPING} and ${MAY_REACH} and (not c.relrowsecurity
    or not exists (select from pg_policy y where y.polrelid = c.oid))`)
  const rewritable = () =>
    tablesWhere(`${MAY_INSERT} and not ${MAY_REWRITE} and not (${BY_ROW} and ${BY_TRUNCATE})`)

  /** Plants a change, looks, and takes it back. */
  const planted = async <T>(change: string, look: () => Promise<T>): Promise<T> => {
    await client.query('begin')
    try {
      await client.query(change)
      return await look()
    } finally {
      await client.query('rollback')
    }
  }

  test('show nobody a row of another grouping: row security on every table that has one', async () => {
    expect((await tablesWhere(HAS_GROUPING)).length).toBeGreaterThan(30)
    expect(await unguarded()).toEqual([])
  })

  test('bind the owner too where the application may only append', async () => {
    expect(await rewritable()).toEqual([])
  })

  test('know every table of facts, and the nightly check knows the same', async () => {
    const facts = await tablesWhere(`${MAY_INSERT} and not ${MAY_REWRITE}`)
    expect(facts).toEqual([...FACT_TABLES])
  })

  test('are missed as soon as one is gone', async () => {
    const opened = 'alter table supply_order disable row level security'
    expect(await planted(opened, unguarded)).toEqual(['supply_order'])

    const untrapped = 'drop trigger stock_movement_is_append_only on stock_movement'
    expect(await planted(untrapped, rewritable)).toEqual(['stock_movement'])

    const added = 'create table planted (grouping_id uuid); grant insert on planted to navette_app'
    expect(await planted(added, unguarded)).toEqual(['planted'])
    expect(await planted(added, rewritable)).toEqual(['planted'])
  })
})
