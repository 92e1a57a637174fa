import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../../../src/kernel/errors.js'
import { openDatabase } from '../../../src/platform/db/client.js'
import { inTransaction, refusalWhenBusy } from '../../../src/platform/db/transaction.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld({ connections: 20 })
})
afterAll(() => world.close())

test('two hundred requests at once on twenty connections are all answered', async () => {
  const groupingId = await world.given.grouping()
  const ctx = await world.as({ role: 'pharmacist', groupingId })
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      inTransaction(ctx, async (tx) => {
        await tx.$queryRaw`select pg_sleep(0.05)::text`
        return i
      }),
    ),
  )
  expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => i))
})

test('a pool with nothing to give refuses in one sentence, and recovers', async () => {
  const db = openDatabase(world.urls.app, { connections: 1 })
  onTestFinished(() => db.close())
  const held = await db.pool.connect()

  const began = db.prisma.$transaction(async (tx) => tx.$executeRaw`select 1`, { maxWait: 50 })
  const refusal = await began.catch(refusalWhenBusy)

  expect(refusal).toBeInstanceOf(DomainError)
  expect(refusal).toMatchObject({
    code: 'storage-unavailable',
    message: expect.stringContaining('Nothing was written'),
  })
  held.release()
  expect(await db.prisma.$transaction(async (tx) => tx.$executeRaw`select 1`)).toBe(1)
})

test('a transaction that ran too long is another failure, and comes back as it is', async () => {
  const slow = world.db.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`select pg_sleep(0.2)::text`
      return tx.$executeRaw`select 1`
    },
    { timeout: 50 },
  )
  const failure = await slow.catch(refusalWhenBusy)
  expect(failure).toMatchObject({ code: 'P2028' })
  expect(failure).not.toBeInstanceOf(DomainError)
})
