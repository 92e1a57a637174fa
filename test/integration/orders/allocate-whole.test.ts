import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { ProductId } from '../../../src/kernel/ids.js'
import { allocateWhole } from '../../../src/orders/allocate-whole.js'
import { allocateOrder, cancelOrder, getOrder } from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenLot, violationsOf } from '../stock/pharmacy.js'
import { approved, type Cast, givenRun, openCast, stocked, submitted } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const refusal = (code: string) => expect.objectContaining({ code })
const underKey = (key: string, fingerprint = 'same') => ({
  ...cast.pharmacist,
  idempotency: { key, fingerprint },
})

describe('an order allocated in one call', () => {
  let products: ProductId[]
  beforeAll(async () => {
    products = []
    for (let i = 0; i < 6; i++) {
      const productId = await stocked(cast, 40, { lotNumber: `L${i}` })
      await givenLot(cast, { productId, units: 400, expiresOn: '2027-06-30' })
      products.push(productId)
    }
  })

  const wishes = fc.uniqueArray(
    fc.record({ product: fc.nat({ max: 5 }), units: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 6,
      selector: ({ product }) => product,
    },
  )
  test.prop([wishes], { numRuns: 10 })('reads as it is read afterwards', async (asked) => {
    const lines = asked.map(({ product, units }) => ({ productId: products[product] ?? '', units }))
    const order = await approved(cast, lines as Parameters<typeof approved>[1])
    const answer = await allocateWhole(cast.pharmacist, order.id)
    expect(answer).toEqual(await getOrder(cast.pharmacist, order.id))
    expect(answer).toMatchObject({ state: 'allocated', version: order.version + 1 })
  })

  test('names its run, and whether it is late', async () => {
    const productId = await stocked(cast, 20)
    const run = { number: 'T-1', cutoffAt: '12:00', plannedAt: '13:30' }
    await givenRun(cast, run)
    const order = await approved(cast, [{ productId, units: 2 }])
    const answer = await allocateWhole(cast.pharmacist, order.id)
    expect(answer).toEqual(await getOrder(cast.pharmacist, order.id))
    expect(answer?.run?.number).toBe('T-1')
  })

  test('leaves its trace', async () => {
    const productId = await stocked(cast, 20)
    const order = await approved(cast, [{ productId, units: 2 }])
    await allocateOrder({ ...cast.pharmacist, requestId: 'asked-once' }, order.id)
    const [entry] = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: order.id, action: 'order.allocated' },
    })
    expect(entry).toMatchObject({
      requestId: 'asked-once',
      actorId: cast.pharmacist.actor.userId,
      groupingId: cast.groupingId,
      details: { from: 'approved', to: 'allocated', short: [] },
    })
  })

  test('answers a repetition under its key, and refuses another request under it', async () => {
    const productId = await stocked(cast, 20)
    const order = await approved(cast, [{ productId, units: 2 }])
    const other = await approved(cast, [{ productId, units: 3 }])
    const key = `key-${order.id}`
    const answer = await allocateOrder(underKey(key), order.id)
    expect(await allocateOrder(underKey(key), order.id)).toEqual(answer)
    await expect(allocateOrder(underKey(key, 'other'), other.id)).rejects.toEqual(
      refusal('idempotency-key-reused'),
    )
    expect((await getOrder(cast.pharmacist, other.id)).state).toBe('approved')
  })
})

describe('orders asked for at once', () => {
  test('each get their own units, or the reason why not', async () => {
    const productId = await stocked(cast, 100)
    const orders = await Promise.all(
      Array.from({ length: 12 }, () => approved(cast, [{ productId, units: 10 }])),
    )
    const results = await Promise.allSettled(
      orders.map(({ id }, i) => allocateOrder(underKey(`crowd-${i}-${id}`), id)),
    )
    const met = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(met).toHaveLength(10)
    for (const answer of met) expect(answer).toEqual(await getOrder(cast.pharmacist, answer.id))
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toEqual(refusal('insufficient-stock'))
    }
    expect(await violationsOf(cast)).toEqual([])
  })

  test('do not stop one another', async () => {
    const productId = await stocked(cast, 100)
    const stranger = await openCast(world)
    const [mine, cancelled, early, theirs] = [
      await approved(cast, [{ productId, units: 1 }]),
      await approved(cast, [{ productId, units: 1 }]),
      await submitted(cast, [{ productId, units: 1 }]),
      await approved(stranger, [{ productId: await stocked(stranger, 5), units: 5 }]),
    ]
    await cancelOrder(cast.pharmacist, cancelled.id, { reason: 'Erreur' })
    const results = await Promise.allSettled([
      allocateOrder(cast.pharmacist, early.id),
      allocateOrder(cast.pharmacist, mine.id),
      allocateOrder(cast.pharmacist, cancelled.id),
      allocateOrder(cast.pharmacist, theirs.id),
      allocateOrder(stranger.pharmacist, theirs.id),
      allocateOrder(cast.pharmacist, mine.id),
    ])
    const [tooEarly, once, calledOff, foreign, own, again] = results.map((result) =>
      result.status === 'fulfilled' ? result.value.state : result.reason.code,
    )
    expect([tooEarly, calledOff, foreign, own]).toEqual([
      'wrong-state',
      'wrong-state',
      'not-found',
      'allocated',
    ])
    // Asked for twice at once: either may be the first.
    expect([once, again].sort()).toEqual(['allocated', 'wrong-state'])
  })
})
