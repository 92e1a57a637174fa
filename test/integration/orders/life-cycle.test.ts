import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { newId, OrderId } from '../../../src/kernel/ids.js'
import {
  ApproveOrderInput,
  allocateOrder,
  approveOrder,
  cancelOrder,
  createOrder,
  editOrder,
  FinishPickingInput,
  finishPicking,
  getOrder,
  ListOrdersQuery,
  listOrders,
  rejectOrder,
  releaseOrder,
  resumeOrder,
  startPicking,
  submitOrder,
  suspendOrder,
} from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenLot, givenOrder, violationsOf } from '../stock/pharmacy.js'
import {
  allocated,
  approved,
  type Cast,
  drafted,
  openCast,
  orderInput,
  pickAll,
  picked,
  picking,
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
    await expect(editOrder(cast.requester, order.id, { comment: 'x', version: 1 })).rejects.toEqual(
      refusal('precondition-failed'),
    )
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
    const { groupingId, member } = cast
    const runAt = async (hour: string, cutoff: string) => {
      const runId = crypto.randomUUID()
      const stopId = crypto.randomUUID()
      await world.owner.prisma.run.create({
        data: {
          id: runId,
          groupingId,
          number: `T-${hour}`,
          name: 'Matin',
          serviceOn: new Date('2026-03-12'),
          departsAt: new Date(`2026-03-12T${hour}:00Z`),
          cutoffAt: new Date(`2026-03-12T${cutoff}:00Z`),
          state: 'planned',
          createdAt: world.clock.now(),
          runStops: {
            create: {
              id: stopId,
              groupingId,
              establishmentId: member.establishmentId,
              deliveryPointId: member.deliveryPointId,
              position: 1,
              plannedAt: new Date(`2026-03-12T${hour}:30Z`),
              delivers: true,
              collectsSpecimens: false,
            },
          },
        },
      })
    }
    await runAt('08', '07:30')
    await runAt('13', '12:00')
    const productId = await stocked(cast, 5)
    const order = await submitted(cast, [{ productId, units: 1 }])
    expect(order).toMatchObject({
      state: 'submitted',
      expectedAt: '2026-03-12T13:30:00.000Z',
      run: { number: 'T-13' },
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
    await expect(decide(() => ({ approvedUnits: 11 }))).rejects.toEqual(refusal('over-approved'))
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

describe('allocation', () => {
  test('gives what there is, makes the rest a backorder, and says why', async () => {
    const productId = await stocked(cast, 6)
    const order = await allocated(cast, [{ productId, units: 10 }])
    const line = only(order.lines)
    expect(line).toMatchObject({ inProcessUnits: 6, backorderedUnits: 4 })
    expect(line.explanation).toMatchObject([{ reason: 'none', units: 4 }])
    const backorder = await getOrder(cast.pharmacist, only(order.backorders).id)
    expect(backorder).toMatchObject({ kind: 'backorder', state: 'approved' })
    expect(backorder.backorderOf).toMatchObject({ id: order.id, number: order.number })
    expect(only(backorder.lines)).toMatchObject({ orderedUnits: 4, approvedUnits: 4 })
    await givenLot(cast, { productId, units: 4 })
    expect((await allocateOrder(cast.pharmacist, backorder.id)).state).toBe('allocated')
  })

  test('with nothing to give is refused with its reasons and writes nothing', async () => {
    const productId = await world.given.product()
    const order = await approved(cast, [{ productId, units: 2 }])
    await expect(allocateOrder(cast.pharmacist, order.id)).rejects.toEqual(
      expect.objectContaining({
        code: 'insufficient-stock',
        details: { lines: [expect.objectContaining({ missingUnits: 2 })] },
      }),
    )
    const after = await getOrder(cast.pharmacist, order.id)
    expect(after).toMatchObject({ state: 'approved', version: order.version, backorders: [] })
  })

  test('never gives more than approved', async () => {
    const productId = await stocked(cast, 20)
    const order = await submitted(cast, [{ productId, units: 10 }])
    const lineId = only(order.lines).id
    const input = ApproveOrderInput.parse({
      lines: [{ lineId, approvedUnits: 4, reasonCode: 'dose-review' }],
    })
    await approveOrder(cast.pharmacist, order.id, input)
    const after = await allocateOrder(cast.pharmacist, order.id)
    expect(only(only(after.lines).allocations).units).toBe(4)
  })

  test('shows the lots and other orders to the hub, never to the establishment', async () => {
    const productId = await stocked(cast, 6)
    const first = await allocated(cast, [{ productId, units: 4 }])
    const second = await allocated(cast, [{ productId, units: 4 }])
    const seen = await getOrder(cast.requester, second.id)
    expect(JSON.stringify(second)).toContain(first.number)
    expect(JSON.stringify(seen)).not.toContain(first.number)
    expect(only(seen.lines)).toMatchObject({
      allocations: [],
      explanation: [{ units: 2, detail: null }],
    })
  })

  test('of two hundred orders for the last unit, one wins', async () => {
    const productId = await stocked(cast, 1)
    const orders: OrderId[] = []
    for (let i = 0; i < 200; i++) {
      orders.push((await givenOrder(cast, [{ productId, units: 1 }])).orderId)
    }
    const results = await Promise.allSettled(orders.map((id) => allocateOrder(cast.pharmacist, id)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason.code] : [],
    )
    expect(new Set(codes)).toEqual(new Set(['insufficient-stock']))
    expect(await violationsOf(cast)).toEqual([])
  }, 90_000)
})

describe('two people at once', () => {
  test('on one order: one step is taken, the other is told the state it finds', async () => {
    const productId = await stocked(cast, 20)
    const order = await approved(cast, [{ productId, units: 5 }])
    const allocations = await Promise.allSettled(
      Array.from({ length: 6 }, () => allocateOrder(cast.pharmacist, order.id)),
    )
    expect(allocations.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of allocations) {
      if (result.status === 'rejected') expect(result.reason).toEqual(refusal('wrong-state'))
    }
    const item = await world.owner.prisma.stockItem.findUniqueOrThrow({
      where: { groupingId_productId: { groupingId: cast.groupingId, productId } },
    })
    expect(item.availableUnits).toBe(15)
  })
})

describe('the end of picking', () => {
  test('needs a reason for a short line, and backorders the rest', async () => {
    const productId = await stocked(cast, 10)
    const other = await stocked(cast, 5)
    const order = await picking(cast, [
      { productId, units: 10 },
      { productId: other, units: 5 },
    ])
    const [first, second] = order.lines
    if (first === undefined || second === undefined) throw new Error('two lines')
    await expect(finishPicking(cast.preparer, order.id, { shortages: [] })).rejects.toEqual(
      refusal('wrong-state'),
    )
    await pickAll(cast.preparer, { ...order, lines: [first] })
    await expect(finishPicking(cast.preparer, order.id, { shortages: [] })).rejects.toEqual(
      refusal('invalid-input'),
    )
    const input = FinishPickingInput.parse({
      shortages: [{ lineId: second.id, reasonCode: 'stock-short' }],
    })
    const done = await finishPicking(cast.preparer, order.id, input)
    expect(done.state).toBe('picked')
    expect(done.lines[1]).toMatchObject({ inProcessUnits: 0, backorderedUnits: 5, allocations: [] })
    expect(done.backorders).toHaveLength(1)
    expect(await violationsOf(cast)).toEqual([])
  })
})

describe('release', () => {
  test('needs a second person where the product asks for one, and audits the attempt', async () => {
    const productId = await stocked(cast, 5, { requiresFourEyes: true })
    const order = await allocated(cast, [{ productId, units: 5 }])
    await startPicking(cast.pharmacist, order.id)
    await pickAll(cast.pharmacist, order)
    await finishPicking(cast.pharmacist, order.id, { shortages: [] })
    await expect(releaseOrder(cast.pharmacist, order.id)).rejects.toEqual(
      refusal('four-eyes-required'),
    )
    const [attempt] = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: order.id, action: 'order.attempt-refused' },
    })
    expect(attempt?.details).toMatchObject({ code: 'four-eyes-required' })
    expect((await releaseOrder(cast.secondPharmacist, order.id)).state).toBe('released')
  })
})

describe('stopping an order', () => {
  test('cancelling frees what was kept and accounts for every unit', async () => {
    const productId = await stocked(cast, 10)
    const order = await picked(cast, [{ productId, units: 8 }])
    const after = await cancelOrder(cast.pharmacist, order.id, { reason: 'Patient parti' })
    expect(only(after.lines)).toMatchObject({
      cancelledUnits: 8,
      inProcessUnits: 0,
      allocations: [],
    })
    const item = await world.owner.prisma.stockItem.findUniqueOrThrow({
      where: { groupingId_productId: { groupingId: cast.groupingId, productId } },
    })
    expect(item.availableUnits).toBe(10)
    expect(await violationsOf(cast)).toEqual([])
  })

  test('once approved, the establishment no longer cancels by itself', async () => {
    const productId = await stocked(cast, 10)
    const order = await approved(cast, [{ productId, units: 8 }])
    await expect(cancelOrder(cast.requester, order.id, { reason: 'Erreur' })).rejects.toEqual(
      refusal('forbidden'),
    )
  })

  test('an order suspended goes on where it was', async () => {
    const productId = await stocked(cast, 10)
    const order = await picking(cast, [{ productId, units: 8 }])
    expect((await suspendOrder(cast.pharmacist, order.id, { reason: 'Rappel' })).state).toBe(
      'suspended',
    )
    await expect(finishPicking(cast.preparer, order.id, { shortages: [] })).rejects.toEqual(
      refusal('wrong-state'),
    )
    expect((await resumeOrder(cast.pharmacist, order.id, { reason: 'Levé' })).state).toBe('picking')
  })

  test('a rejected order is closed with its reason', async () => {
    const productId = await stocked(cast, 10)
    const order = await submitted(cast, [{ productId, units: 8 }])
    const after = await rejectOrder(cast.pharmacist, order.id, {
      reasonCode: 'duplicate-request',
      comment: '',
    })
    expect(only(after.lines)).toMatchObject({ cancelledUnits: 8, reasonCode: 'duplicate-request' })
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
  })
})
