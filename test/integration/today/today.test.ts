import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../../src/platform/context.js'
import { readToday } from '../../../src/today/index.js'
import { TodayQuery, TodayView } from '../../../src/today/schema.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  allocated,
  approved,
  type Cast,
  delivered,
  dispatched,
  drafted,
  givenRun,
  openCast,
  picking,
  released,
  stocked,
  submitted,
} from '../orders/journey.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const dayOf = async (ctx: Context, query: Record<string, string> = {}): Promise<TodayView> =>
  TodayView.parse(await readToday(ctx, TodayQuery.parse(query)))

/** One order at each step of its way. */
async function played(): Promise<Cast> {
  const cast = await openCast(world)
  const productId = await stocked(cast, 500)
  const wish = [{ productId, units: 5 }]
  await givenRun(cast, { number: 'T-1', cutoffAt: '09:30', plannedAt: '11:00' })
  for (const step of [drafted, submitted, approved, allocated, picking, released]) {
    await step(cast, wish)
  }
  await dispatched(cast, wish)
  await delivered(cast, wish)
  return cast
}

describe('the day of a pharmacy', () => {
  test('counts its orders by state, and what is on the road', async () => {
    const { pharmacist, groupingId } = await played()
    const { pharmacy, laboratory, member } = await dayOf(pharmacist, { groupingId })

    expect(pharmacy?.orders).toEqual({
      ...{ draft: 1, submitted: 1, approved: 1, allocated: 1, picking: 1, released: 1 },
      ...{ dispatched: 1, delivered: 1 },
    })
    expect(pharmacy).toMatchObject({
      ...{ toAllocate: 1, backorders: 0, shortOrders: 0, lateOrders: 0, outOfStock: 0 },
      deliveries: { packed: 0, dispatched: 1, late: 0, awaitingReceipt: 1 },
    })
    expect([laboratory, member]).toEqual([null, null])
  })

  test('says what the caller is preparing, and nobody else’s', async () => {
    const cast = await openCast(world)
    const productId = await stocked(cast, 50)
    const { number } = await picking(cast, [{ productId, units: 5 }])

    expect((await dayOf(cast.preparer)).pharmacy?.mine).toMatchObject([
      { number, state: 'picking' },
    ])
    expect((await dayOf(cast.pharmacist)).pharmacy?.mine).toEqual([])
  })

  test('shows the next runs with the orders that wait for them', async () => {
    const cast = await openCast(world)
    const productId = await stocked(cast, 50)
    const { runId } = await givenRun(cast, {
      ...{ number: 'T-2', cutoffAt: '09:30', plannedAt: '11:00' },
    })
    await submitted(cast, [{ productId, units: 5 }])
    const { pharmacy } = await dayOf(cast.pharmacist)

    expect(pharmacy?.nextRuns).toMatchObject([
      { id: runId, name: 'Matin Nord', orders: { submitted: 1 }, urgentOrders: 0 },
    ])
  })

  test('tells a backorder that waits for stock from an order that can be served', async () => {
    const cast = await openCast(world)
    const productId = await stocked(cast, 3)
    await allocated(cast, [{ productId, units: 5 }])
    const { pharmacy } = await dayOf(cast.pharmacist)

    expect(pharmacy).toMatchObject({
      ...{ toAllocate: 0, backorders: 1, backorderLines: 1, shortOrders: 1, outOfStock: 1 },
    })
  })

  test('counts lots that expire soon', async () => {
    const cast = await openCast(world)
    await stocked(cast, 10, { expiresOn: '2026-04-30' })
    await stocked(cast, 10, { expiresOn: '2027-12-31' })

    expect((await dayOf(cast.pharmacist)).pharmacy?.lots).toEqual({ expiringSoon: 1, blocked: 0 })
  })
})

describe('the day of an establishment', () => {
  test('counts its own orders and what is to be received, and not the hub’s work', async () => {
    const { requester, member } = await played()
    const { establishmentId } = member
    const day = await dayOf(requester, { establishmentId })

    expect(day.pharmacy).toBeNull()
    expect(day.member).toMatchObject({
      orders: { draft: 1, submitted: 1, dispatched: 1, delivered: 1 },
      ...{ deliveriesToReceive: 1, deliveriesOnTheWay: 1, openDiscrepancies: 0 },
    })
  })

  test('never counts another establishment', async () => {
    const cast = await played()
    const other = await world.given.member(cast.groupingId)
    const neighbour = await world.as({
      ...{ role: 'requester', groupingId: cast.groupingId },
      establishmentId: other.establishmentId,
    })

    expect((await dayOf(neighbour)).member).toMatchObject({ orders: {}, deliveriesToReceive: 0 })
  })
})

test('another grouping does not exist', async () => {
  const [mine, other] = [await openCast(world), await openCast(world)]

  await expect(dayOf(mine.pharmacist, { groupingId: other.groupingId })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(
    dayOf(mine.requester, { establishmentId: other.member.establishmentId }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
