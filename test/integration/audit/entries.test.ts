import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAuditChain } from '../../../src/audit/check-chain.js'
import { recordAudit, sealAuditEntries } from '../../../src/audit/index.js'
import { listAuditEntries } from '../../../src/audit/list-entries.js'
import { addDays, dayOf } from '../../../src/kernel/calendar.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function trail(length: number) {
  const groupingId = await world.given.grouping()
  const writer = await world.as({ role: 'administrator', groupingId })
  for (let n = 1; n <= length; n += 1) {
    await inTransaction(writer, async (tx) => {
      await recordAudit(tx, writer, {
        groupingId,
        action: 'thing.done',
        subjectType: 'thing',
        subjectId: `thing-${n}`,
        details: { n },
      })
      return n
    })
  }
  return { groupingId, writer }
}

test('an auditor reads who did what, newest first, page by page, with the seal of each entry', async () => {
  const { groupingId, writer } = await trail(3)
  await sealAuditEntries(world.db)
  const auditor = await world.as({ role: 'auditor', groupingId })

  const first = await listAuditEntries(auditor, { groupingId, limit: 2 })
  const second = await listAuditEntries(auditor, {
    groupingId,
    limit: 2,
    ...(first.nextCursor !== undefined && { cursor: first.nextCursor }),
  })

  expect([...first.items, ...second.items].map(({ subjectId }) => subjectId)).toEqual([
    'thing-3',
    'thing-2',
    'thing-1',
  ])
  expect(second.nextCursor).toBeUndefined()
  expect(first.items[0]).toMatchObject({
    actorId: writer.actor.userId,
    actorName: 'Camille Essai',
    details: { n: 3 },
    seal: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('the trail can be narrowed to one thing', async () => {
  const { groupingId, writer } = await trail(2)
  const { items } = await listAuditEntries(writer, {
    groupingId,
    limit: 10,
    subjectType: 'thing',
    subjectId: 'thing-1',
  })
  expect(items).toHaveLength(1)
})

test('the trail can be narrowed to days, both included', async () => {
  const { groupingId, writer } = await trail(2)
  const today = dayOf(writer.clock())
  const read = async (from: number, to: number) => {
    const days = { from: addDays(today, from), to: addDays(today, to) }
    return (await listAuditEntries(writer, { groupingId, limit: 10, ...days })).items.length
  }
  expect([await read(0, 0), await read(-3, -1), await read(1, 3)]).toEqual([2, 0, 0])
})

test('an auditor has the chain of the trail recomputed', async () => {
  const { groupingId } = await trail(2)
  const auditor = await world.as({ role: 'auditor', groupingId })
  expect(await checkAuditChain(auditor, { groupingId })).toMatchObject({ sealed: 0, unsealed: 2 })

  await sealAuditEntries(world.db)

  const report = await checkAuditChain(auditor, { groupingId })
  expect(report).toMatchObject({ sealed: 2, unsealed: 0 })
  expect(report.headHash).toMatch(/^[0-9a-f]{64}$/)
  expect(report.brokenAt).toBeUndefined()
})

test('nobody reads the trail without the role, nor that of another grouping', async () => {
  const { groupingId } = await trail(1)
  const preparer = await world.as({ role: 'preparer', groupingId })
  const stranger = await world.as({ role: 'auditor', groupingId: await world.given.grouping() })
  await expect(listAuditEntries(preparer, { groupingId, limit: 10 })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(listAuditEntries(stranger, { groupingId, limit: 10 })).rejects.toMatchObject({
    code: 'not-found',
  })
})
