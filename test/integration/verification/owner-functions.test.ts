import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../src/platform/context.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
let pharmacist: Context
let groupingId: string
beforeAll(async () => {
  world = await openWorld({ connections: 2 })
  const id = await world.given.grouping()
  groupingId = id
  pharmacist = await world.as({ role: 'pharmacist', groupingId: id })
})
afterAll(() => world.close())

test.each([
  [`navette_next_number(null, 'order', 2026)`],
  [`navette_accounting_month(null, '2026-03-12', now())`],
])('%s is refused: a missing grouping is nobody’s', async (call) => {
  const asked = inTransaction(pharmacist, async (tx) => {
    await tx.$queryRawUnsafe(`select ${call}::text`)
    return null
  })
  await expect(asked).rejects.toThrow(/No access/)
})

test('a temporary table of the caller does not stand in for ours', async () => {
  const number = await inTransaction(pharmacist, async (tx) => {
    await tx.$executeRaw`
      create temporary table document_series (
        grouping_id uuid, kind text, year int, last_number int, primary key (grouping_id, kind, year)
      ) on commit drop`
    await tx.$executeRaw`insert into pg_temp.document_series values (${groupingId}::uuid, 'order', 2026, 41)`
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      select navette_next_number(${groupingId}::uuid, 'order', 2026) as n`
    return row?.n
  })
  expect(number).toBe(1)
})
