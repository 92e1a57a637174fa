import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { newId, OrderId } from '../../../src/kernel/ids.js'
import {
  ApproveOrderInput,
  approveOrder,
  cancelOrder,
  createOrder,
  editOrder,
  getOrder,
  ListOrdersQuery,
  listOrders,
  submitOrder,
} from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  allocated,
  type Cast,
  drafted,
  givenRun,
  openCast,
  orderInput,
  stocked,
  submitted,
} from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const refusal = (code: string) => expect.objectContaining({ code })
const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (item === undefined || items.length > 1) throw new Error(`${items.length} items`)
  return item
}

describe('a draft', () => {
  test('takes a number, a timeline and no stock', async () => {
    const productId = await stocked(cast, 10)
    const order = await drafted(cast, [{ productId, units: 4 }])
    expect(order.number).toMatch(/^C-2026-\d{5}$/)
    expect(order).toMatchObject({ state: 'draft', version: 1 })
    expect(order.timeline.map(({ action }) => action)).toEqual(['create'])
  })

  test('changes only for who read its current version', async () => {
    const productId = await stocked(cast, 10)
    const order = await drafted(cast, [{ productId, units: 4 }])
    const lines = orderInput(cast, [{ productId, units: 6 }]).lines ?? []
    const edited = await editOrder(cast.requester, order.id, { lines, version: 1 })
    expect(only(edited.lines).orderedUnits).toBe(6)
    await expect(
      editOrder(cast.requester, order.id, { comment: 'x', version: 1 }),
    ).rejects.toMatchObject({
      code: 'precondition-failed',
      details: { currentVersion: 2, changedAt: world.clock.now().toISOString() },
    })
  })

  test('renews the allotment of a care unit up to its maxima, narcotics apart', async () => {
    const [ordinary, narcotic] = [
      await world.given.product(),
      await world.given.product({ isNarcotic: true }),
    ]
    await world.owner.prisma.allotment.create({
      data: {
        id: crypto.randomUUID(),
        groupingId: cast.groupingId,
        establishmentId: cast.member.establishmentId,
        careUnitId: cast.member.careUnitId,
        version: 1,
        approvedById: cast.pharmacist.actor.userId,
        physicianName: 'Dr Exemple',
        fromOn: new Date('2026-01-01'),
        createdAt: world.clock.now(),
        allotmentLines: {
          create: [
            { productId: ordinary, maximumUnits: 30 },
            { productId: narcotic, maximumUnits: 7 },
          ],
        },
      },
    })
    const { lines: _given, ...input } = orderInput(cast, [{ productId: ordinary, units: 1 }])
    const order = await createOrder(cast.requester, input)
    expect(only(order.lines)).toMatchObject({ product: { id: ordinary }, orderedUnits: 30 })
    const own = await createOrder(cast.requester, { ...input, kind: 'narcotics' })
    expect(only(own.lines)).toMatchObject({ product: { id: narcotic }, orderedUnits: 7 })
  })

  test('keeps narcotics on an order of their own, both ways', async () => {
    const narcotic = await world.given.product({ isNarcotic: true })
    const ordinary = await world.given.product()
    await expect(drafted(cast, [{ productId: narcotic, units: 1 }])).rejects.toEqual(
      refusal('invalid-input'),
    )
    await expect(drafted(cast, [{ productId: ordinary, units: 1 }], 'narcotics')).rejects.toEqual(
      refusal('invalid-input'),
    )
  })

  test('is refused to an establishment that is not a member on that day', async () => {
    const productId = await stocked(cast, 1)
    const { groupingId } = cast
    const late = await world.given.member(groupingId, { fromOn: calendarDate('2026-06-01') })
    const input = {
      ...orderInput(cast, [{ productId, units: 1 }]),
      establishmentId: late.establishmentId,
      deliveryPointId: late.deliveryPointId,
      careUnitId: late.careUnitId,
    }
    await expect(createOrder(cast.pharmacist, input)).rejects.toEqual(refusal('not-a-member'))
  })

  test('is refused to a delivery point of another establishment', async () => {
    const productId = await stocked(cast, 1)
    const other = await world.given.member(cast.groupingId)
    await expect(
      createOrder(cast.requester, {
        ...orderInput(cast, [{ productId, units: 1 }]),
        deliveryPointId: other.deliveryPointId,
      }),
    ).rejects.toEqual(refusal('invalid-input'))
  })
})

describe('submission', () => {
  test('plans the order on the next run whose cut-off is not passed', async () => {
    await givenRun(cast, { number: 'T-1', cutoffAt: '07:30', plannedAt: '08:30' })
    await givenRun(cast, { number: 'T-2', cutoffAt: '12:00', plannedAt: '13:30' })
    const productId = await stocked(cast, 5)
    const order = await submitted(cast, [{ productId, units: 1 }])
    expect(order).toMatchObject({
      state: 'submitted',
      expectedAt: '2026-03-12T13:30:00.000Z',
      run: { number: 'T-2' },
    })
  })

  test('is refused twice', async () => {
    const productId = await stocked(cast, 5)
    const order = await submitted(cast, [{ productId, units: 1 }])
    await expect(submitOrder(cast.requester, order.id)).rejects.toEqual(refusal('wrong-state'))
  })
})

describe('approval', () => {
  const decide = async (
    change: (lineId: string, productId: string) => object,
    wish: { units: number } = { units: 10 },
  ) => {
    const productId = await stocked(cast, 50)
    const order = await submitted(cast, [{ productId, units: wish.units }])
    const line = only(order.lines)
    const input = ApproveOrderInput.parse({
      lines: [{ lineId: line.id, ...change(line.id, productId) }],
    })
    return approveOrder(cast.pharmacist, order.id, input)
  }

  test('cancels what it does not approve, with its reason', async () => {
    const order = await decide(() => ({ approvedUnits: 6, reasonCode: 'supply-tension' }))
    expect(only(order.lines)).toMatchObject({
      orderedUnits: 10,
      approvedUnits: 6,
      inProcessUnits: 6,
      cancelledUnits: 4,
      reasonCode: 'supply-tension',
    })
  })

  test('needs a reason for less, and words for another reason', async () => {
    await expect(decide(() => ({ approvedUnits: 6 }))).rejects.toEqual(refusal('invalid-input'))
    await expect(decide(() => ({ approvedUnits: 6, reasonCode: 'other' }))).rejects.toThrow()
  })

  test('never exceeds the order, and the attempt is audited', async () => {
    await expect(decide(() => ({ approvedUnits: 11 }))).rejects.toMatchObject({
      code: 'over-approved',
      details: {
        ...{ orderedUnits: 10, approvedUnits: 11 },
        denomination: expect.stringContaining('PRODUIT'),
      },
    })
    const attempts = await world.owner.prisma.auditEntry.count({
      where: { action: 'order.attempt-refused', groupingId: cast.groupingId },
    })
    expect(attempts).toBeGreaterThan(0)
  })

  test('of nothing at all is a rejection', async () => {
    await expect(
      decide(() => ({ approvedUnits: 0, reasonCode: 'not-in-formulary' })),
    ).rejects.toEqual(refusal('invalid-input'))
  })

  test('substitutes a listed product freely, any other with a reason, and keeps both names', async () => {
    const listed = await stocked(cast, 9)
    await expect(decide(() => ({ approvedUnits: 10, productId: listed }))).rejects.toEqual(
      refusal('invalid-input'),
    )
    const productId = await stocked(cast, 9)
    await world.owner.prisma.substitute.create({
      data: {
        groupingId: cast.groupingId,
        productId,
        substituteId: listed,
        createdAt: world.clock.now(),
      },
    })
    const order = await submitted(cast, [{ productId, units: 3 }])
    const lineId = only(order.lines).id
    const input = ApproveOrderInput.parse({
      lines: [{ lineId, approvedUnits: 3, productId: listed }],
    })
    const line = only((await approveOrder(cast.pharmacist, order.id, input)).lines)
    expect(line).toMatchObject({ requestedProduct: { id: productId }, product: { id: listed } })
  })

  test('belongs to pharmacists', async () => {
    const productId = await stocked(cast, 5)
    const order = await submitted(cast, [{ productId, units: 1 }])
    for (const ctx of [cast.preparer, cast.requester]) {
      await expect(approveOrder(ctx, order.id, { lines: [] })).rejects.toEqual(refusal('forbidden'))
    }
  })
})

describe('who sees an order', () => {
  test('another member is told that it does not exist, on every path', async () => {
    const productId = await stocked(cast, 10)
    const order = await submitted(cast, [{ productId, units: 8 }])
    const { establishmentId } = await world.given.member(cast.groupingId)
    const { groupingId } = cast
    const stranger = await world.as({ role: 'requester', groupingId, establishmentId })
    for (const attempt of [
      () => getOrder(stranger, order.id),
      () => submitOrder(stranger, order.id),
      () => cancelOrder(stranger, order.id, { reason: 'Essai' }),
      () => editOrder(stranger, order.id, { version: 1, comment: 'x' }),
    ]) {
      await expect(attempt()).rejects.toEqual(refusal('not-found'))
    }
    const page = await listOrders(stranger, ListOrdersQuery.parse({}))
    expect(page.items).toEqual([])
    await expect(getOrder(cast.pharmacist, newId(OrderId))).rejects.toEqual(refusal('not-found'))
  })

  test('lists filter by state, priority and lateness, page after page', async () => {
    const productId = await stocked(cast, 10)
    const other = await openCast(world)
    await submitted(other, [{ productId, units: 1 }])
    await drafted(other, [{ productId, units: 1 }])
    await submitted(other, [{ productId, units: 1 }], 'urgent')
    const ask = async (query: object) =>
      (await listOrders(other.pharmacist, ListOrdersQuery.parse(query))).items
    expect(await ask({ state: 'submitted' })).toHaveLength(2)
    expect(await ask({ state: 'submitted,draft' })).toHaveLength(3)
    expect(await ask({ priority: 'urgent' })).toHaveLength(1)
    expect(await ask({ late: 'true' })).toHaveLength(0)
    expect(await ask({ late: 'false' })).toHaveLength(3)
    const first = await listOrders(other.pharmacist, ListOrdersQuery.parse({ limit: 2 }))
    const rest = await ask({ limit: 2, cursor: first.nextCursor })
    expect([...first.items, ...rest]).toHaveLength(3)
    expect(await ask({ kind: 'urgent' })).toHaveLength(1)
  })

  test('lists apart what waits for stock, and what is supplied short', async () => {
    const other = await openCast(world)
    const productId = await stocked(other, 3)
    const short = await allocated(other, [{ productId, units: 5 }])
    const [backorder] = short.backorders
    const ask = async (query: object) =>
      (await listOrders(other.pharmacist, ListOrdersQuery.parse(query))).items.map(({ id }) => id)

    expect(await ask({ waiting: 'true' })).toEqual([backorder?.id])
    expect(await ask({ waiting: 'false' })).toEqual([short.id])
    expect(await ask({ short: 'true' })).toEqual([short.id])
  })

  test('lists what must be ready first: urgent, then by cut-off, page after page', async () => {
    const productId = await stocked(cast, 10)
    const other = await openCast(world)
    const wish = [{ productId, units: 1 }]
    const unplanned = await submitted(other, wish)
    await givenRun(other, { number: 'T-2', cutoffAt: '14:00', plannedAt: '15:00' })
    const afternoon = await submitted(other, wish)
    await givenRun(other, { number: 'T-1', cutoffAt: '09:30', plannedAt: '11:00' })
    const morning = await submitted(other, wish)
    const urgent = await submitted(other, wish, 'urgent')
    const pageAfter = (cursor?: string) =>
      listOrders(
        other.pharmacist,
        ListOrdersQuery.parse({
          sort: 'cutoff',
          limit: 2,
          ...(cursor !== undefined && { cursor }),
        }),
      )

    const first = await pageAfter()
    const second = await pageAfter(first.nextCursor)
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(
      [urgent, morning, afternoon, unplanned].map(({ number }) => number),
    )
    expect(second.nextCursor).toBeUndefined()
  })
})
