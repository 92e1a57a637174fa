import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type AuditChain,
  recordAudit,
  sealAuditEntries,
  verifyAuditChain,
} from '../../../src/audit/index.js'
import type { GroupingId } from '../../../src/kernel/ids.js'
import type { Database } from '../../../src/platform/db/client.js'
import { asSystem, inTransaction } from '../../../src/platform/db/transaction.js'
import { freshDatabase, type TestDatabase } from '../../database.js'
import { aGrouping, contextOf, open } from './queues-kit.js'

describe('the audit chain', () => {
  let database: TestDatabase
  let db: Database
  const opened: Database[] = []
  beforeEach(async () => {
    database = await freshDatabase()
    db = open(database)
    opened.push(db)
  })
  afterAll(async () => {
    for (const each of opened) await each.close()
  })

  const record = (groupingId: GroupingId, ...actions: readonly string[]) => {
    const ctx = contextOf(db, groupingId)
    return inTransaction(ctx, async (tx) => {
      for (const action of actions) {
        await recordAudit(tx, ctx, {
          groupingId,
          action,
          subjectType: 'order',
          subjectId: 'o1',
          details: { note: 'é', after: 2 },
        })
      }
      return null
    })
  }
  const verify = (chain: AuditChain) => asSystem(db, (tx) => verifyAuditChain(tx, chain))
  /** What somebody with every right on the server could do. */
  const tamper = (sql: string) =>
    asOwner(database, `set session_replication_role = replica; ${sql}`)

  test('grows by one seal per entry, over several runs, and holds', async () => {
    const groupingId = aGrouping()
    await record(groupingId, 'order.placed', 'order.approved')
    expect((await verify(groupingId)).unsealed).toBe(2)

    const runs = [await sealAuditEntries(db), await sealAuditEntries(db)]
    await record(groupingId, 'order.shipped')
    runs.push(await sealAuditEntries(db))

    expect(runs).toEqual([2, 0, 1])
    const report = await verify(groupingId)
    expect(report).toMatchObject({ sealed: 3, unsealed: 0 })
    expect(report.headHash).toMatch(/^[0-9a-f]{64}$/)
    expect(report).not.toHaveProperty('brokenAt')
  })

  test('is one chain per grouping, and one for what belongs to none', async () => {
    const [one, other] = [aGrouping(), aGrouping()]
    await record(one, 'order.placed')
    await record(other, 'order.placed')
    const ctx = contextOf(db, one)
    await inTransaction(ctx, async (tx) => {
      const fact = { action: 'user.signed-in', subjectType: 'user', subjectId: 'u1' }
      await recordAudit(tx, ctx, { groupingId: null, ...fact })
      return null
    })
    await sealAuditEntries(db)

    await tamper(`update audit_entry set action = 'order.cancelled' where grouping_id = '${one}'`)

    expect((await verify(one)).brokenAt).toEqual({ position: 1, reason: 'entry-changed' })
    expect(await verify(other)).not.toHaveProperty('brokenAt')
    expect(await verify('system')).toMatchObject({ sealed: 1, unsealed: 0 })
  })

  test.for([
    ['entry-changed', `update audit_entry set details = '{"after": 3}' where id = $id`],
    ['entry-changed', `update audit_entry set at = at + interval '1 hour' where id = $id`],
    ['entry-missing', 'delete from audit_entry where id = $id'],
    ['entry-moved', 'update audit_entry set grouping_id = null where id = $id'],
    ['seal-missing', 'delete from audit_seal where entry_id = $id'],
    ['entry-changed', `update audit_seal set hash = sha256('x') where entry_id = $id`],
  ] as const)('names the first place that does not hold: %s by %s', async ([reason, sql]) => {
    const groupingId = aGrouping()
    await record(groupingId, 'a.done', 'b.done', 'c.done', 'd.done')
    await sealAuditEntries(db)
    const third = await idAt(database, groupingId, 3)

    await tamper(sql.replace('$id', third))

    expect((await verify(groupingId)).brokenAt).toEqual({ position: 3, reason })
  })

  test('an entry whose transaction commits late with a lower id is sealed after those it preceded', async () => {
    const groupingId = aGrouping()
    const ctx = contextOf(db, groupingId)
    let commit: () => void = () => undefined
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    let inserted: () => void = () => undefined
    const isInserted = new Promise<void>((resolve) => {
      inserted = resolve
    })
    const fact = { groupingId, action: 'late.done', subjectType: 'order', subjectId: 'o1' }
    const late = inTransaction(ctx, async (tx) => {
      await recordAudit(tx, ctx, fact)
      inserted()
      await mayCommit
      return null
    })
    await isInserted
    await record(groupingId, 'early.done')
    expect(await sealAuditEntries(db)).toBe(1)
    commit()
    await late

    expect(await sealAuditEntries(db)).toBe(1)

    expect(await verify(groupingId)).toMatchObject({ sealed: 2, unsealed: 0 })
    expect(await verify(groupingId)).not.toHaveProperty('brokenAt')
  })

  test('sealers that run at the same time seal every entry once', async () => {
    const groupingId = aGrouping()
    for (let batch = 0; batch < 5; batch += 1)
      await record(groupingId, 'a.done', 'b.done', 'c.done')

    const runs = await Promise.all(Array.from({ length: 4 }, () => sealAuditEntries(db)))

    expect(runs.reduce((sum, sealed) => sum + sealed, 0)).toBe(15)
    expect(await verify(groupingId)).toMatchObject({ sealed: 15, unsealed: 0 })
    expect(await verify(groupingId)).not.toHaveProperty('brokenAt')
  })

  test('nothing is left out when the sealer rested for hours', async () => {
    const groupingId = aGrouping()
    const agoHours = (hours: number) =>
      tamper(`update audit_seal set sealed_at = sealed_at - interval '${hours} hours'`)
    await record(groupingId, 'a.done')
    await sealAuditEntries(db)
    await agoHours(5)
    await record(groupingId, 'b.done')
    await sealAuditEntries(db)
    await agoHours(3)
    await record(groupingId, 'c.done', 'd.done')

    expect(await sealAuditEntries(db)).toBe(2)

    expect(await verify(groupingId)).toMatchObject({ sealed: 4, unsealed: 0 })
    expect(await verify(groupingId)).not.toHaveProperty('brokenAt')
  })

  test('the program itself can neither rewrite nor forge a seal', async () => {
    const groupingId = aGrouping()
    await record(groupingId, 'a.done')
    await sealAuditEntries(db)
    const asProgram = async (sql: string) => {
      const client = new pg.Client({ connectionString: database.appUrl })
      await client.connect()
      try {
        await client.query(sql)
      } finally {
        await client.end()
      }
    }

    await expect(asProgram(`update audit_seal set hash = ''`)).rejects.toThrow(/permission denied/)
    await expect(asProgram('delete from audit_seal')).rejects.toThrow(/permission denied/)
    await expect(
      asProgram(`insert into audit_seal values ('system', 1, 1, null, '', now())`),
    ).rejects.toThrow(/row-level security/)
  })
})

async function idAt(database: TestDatabase, chain: string, position: number): Promise<string> {
  const rows = await asOwner(
    database,
    `select entry_id::text as id from audit_seal where chain = '${chain}' and position = ${position}`,
  )
  return String(rows[0]?.['id'])
}

async function asOwner(database: TestDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
