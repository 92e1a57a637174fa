import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { DomainError } from '../../../src/kernel/errors.js'
import type { OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { units } from '../../../src/kernel/units.js'
import { violates } from '../../../src/platform/db/sql-errors.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { allocateLines } from '../../../src/stock/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenLot, givenOrder, openPharmacy, type Pharmacy, violationsOf } from './pharmacy.js'

let world: World
let hub: Pharmacy
beforeAll(async () => {
  world = await openWorld({ connections: 32 })
})
afterAll(() => world.close())
beforeEach(async () => {
  hub = await openPharmacy(world)
})

const TODAY = calendarDate('2026-03-12')

/** One order's attempt, whole or refused. Gives the units it holds. */
async function attempt(
  lines: readonly { lineId: OrderLineId; productId: ProductId; units: number }[],
): Promise<number> {
  const { pharmacist: ctx, groupingId } = hub
  try {
    return await inTransaction(ctx, async (tx) => {
      const given = await allocateLines(tx, ctx, {
        groupingId,
        lines: lines.map((line) => ({ ...line, units: units(line.units) })),
        usableUntilAtLeast: TODAY,
        isAllOrNothing: true,
      })
      return given.reduce((total, { allocatedUnits }) => total + allocatedUnits, 0)
    })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'insufficient-stock') return 0
    throw error
  }
}

async function ordersFor(productId: ProductId, count: number): Promise<OrderLineId[]> {
  const wishes = Array.from({ length: count }, () => ({ productId, units: 1 }))
  return (await givenOrder(hub, wishes)).lineIds
}

describe('the last unit', () => {
  test('200 parallel requests give one success and 199 refusals', async () => {
    const productId = await world.given.product()
    await givenLot(hub, { productId, units: 1 })
    const lineIds = await ordersFor(productId, 200)
    const given = await Promise.all(
      lineIds.map((lineId) => attempt([{ lineId, productId, units: 1 }])),
    )
    expect(given.filter((count) => count === 1)).toHaveLength(1)
    expect(await violationsOf(hub)).toEqual([])
  })

  test('with the lock, those who waited see that nothing is left', async () => {
    const outcomes = await raceBehindHeldRows('navette_allocate')
    expect(outcomes).toEqual({ won: 1, refused: RACERS - 1, broken: 0 })
  })

  test('without the lock, those who waited take it again and only the CHECK stops them', async () => {
    const [definition] = await world.owner.prisma.$queryRaw<{ sql: string }[]>`
      select pg_get_functiondef('navette_allocate'::regproc) as sql`
    const unlocked = definition?.sql
      .replace('navette_allocate', 'unlocked_allocate')
      .replace('for no key update', '')
    if (unlocked === undefined || unlocked === definition?.sql) throw new Error('nothing to break')
    await world.owner.prisma.$executeRawUnsafe(unlocked)
    const { won, broken } = await raceBehindHeldRows('unlocked_allocate')
    expect(won).toBe(1)
    expect(broken).toBe(RACERS - 1)
  })
})

const RACERS = 8

/** All racers read, or queue, while somebody else holds the rows; then the rows are let go. */
async function raceBehindHeldRows(name: string) {
  const productId = await world.given.product()
  await givenLot(hub, { productId, units: 1 })
  const lineIds = await ordersFor(productId, RACERS)
  const holder = await world.owner.pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select from stock_item where product_id = $1 for update', [productId])
    await holder.query('select from stock_balance where product_id = $1 for update', [productId])
    const race = Promise.all(lineIds.map((lineId) => takeOne(name, { lineId, productId })))
    await untilWaiting(RACERS)
    await holder.query('commit')
    const outcomes = await race
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length
    return { won: count('won'), refused: count('refused'), broken: count('broken') }
  } finally {
    holder.release()
  }
}

async function takeOne(
  name: string,
  { lineId, productId }: { lineId: OrderLineId; productId: ProductId },
): Promise<'won' | 'refused' | 'broken'> {
  const client = await world.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('navette.groupings', $1, true)`, [`{${hub.groupingId}}`])
    const { rows } = await client.query(`select units from ${name}($1, $2, $3, $4, $5, $6)`, [
      hub.groupingId,
      [lineId],
      [productId],
      [1],
      TODAY,
      world.clock.now(),
    ])
    await client.query('commit')
    return rows.length === 1 ? 'won' : 'refused'
  } catch (error) {
    await client.query('rollback')
    const checks = ['stock_item_never_negative', 'stock_balance_never_negative']
    if (checks.some((name) => violates(error, name))) return 'broken'
    throw error
  } finally {
    client.release()
  }
}

async function untilWaiting(count: number): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const [row] = await world.owner.prisma.$queryRaw<{ waiting: bigint }[]>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (Number(row?.waiting) >= count) return
  }
  throw new Error('the racers never queued')
}

describe('scarcity', () => {
  test('32 clients fight for shared products in any order: whole or refused, no deadlock, exact sums', async () => {
    const products = await Promise.all(Array.from({ length: 6 }, () => world.given.product()))
    for (const productId of products) {
      for (const expiresOn of ['2026-09-30', '2026-12-31', '2027-06-30']) {
        await givenLot(hub, { productId, units: 17, expiresOn })
      }
    }
    // A fixed sequence stands for chance: every order takes four products, each in another order.
    let state = 20_260_312
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * below)
    }
    const shuffled = () =>
      products
        .map((productId) => ({ productId, rank: next(1_000_000) }))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 4)
        .map(({ productId }) => ({ productId, units: 1 + next(3) }))
    const orders = await Promise.all(
      Array.from({ length: 128 }, async () => {
        const wishes = shuffled()
        const { lineIds } = await givenOrder(hub, wishes)
        return wishes.map((wish, i) => ({ ...wish, lineId: lineIds[i] as OrderLineId }))
      }),
    )

    const queue = [...orders]
    let held = 0
    await Promise.all(
      Array.from({ length: 32 }, async () => {
        for (let order = queue.pop(); order !== undefined; order = queue.pop()) {
          const asked = order.reduce((total, line) => total + line.units, 0)
          const given = await attempt(order)
          expect([0, asked]).toContain(given)
          held += given
        }
      }),
    )

    const { groupingId } = hub
    const { _sum: kept } = await world.owner.prisma.allocation.aggregate({
      where: { groupingId },
      _sum: { units: true },
    })
    const { _sum: left } = await world.owner.prisma.stockItem.aggregate({
      where: { groupingId },
      _sum: { availableUnits: true },
    })
    expect(kept.units).toBe(held)
    expect(left.availableUnits).toBe(6 * 51 - held)
    // The shelves were really fought for.
    expect(held).toBeGreaterThan(200)
    expect(await violationsOf(hub)).toEqual([])
    const [server] = await world.owner.prisma.$queryRaw<{ deadlocks: bigint }[]>`
      select deadlocks from pg_stat_database where datname = current_database()`
    expect(server?.deadlocks).toBe(0n)
  })
})
