import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderId } from '../../../src/kernel/ids.js'
import {
  ApproveOrderInput,
  allocateOrder,
  approveOrder,
  cancelOrder,
  createOrder,
  FinishPickingInput,
  finishPicking,
  getOrder,
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

describe('a pharmacist of an establishment', () => {
  test('orders and calls off, and never decides for the hub', async () => {
    const { groupingId, member } = cast
    const { establishmentId } = member
    const site = await world.as({ role: 'pharmacist', groupingId, establishmentId })
    const productId = await stocked(cast, 5)
    const order = await createOrder(site, orderInput(cast, [{ productId, units: 1 }]))
    await submitOrder(site, order.id)
    await expect(approveOrder(site, order.id, { lines: [] })).rejects.toEqual(refusal('forbidden'))
    expect((await cancelOrder(site, order.id, { reason: 'Erreur' })).state).toBe('cancelled')
    const other = await approved(cast, [{ productId, units: 1 }])
    for (const decide of [
      () => allocateOrder(site, other.id),
      () => cancelOrder(site, other.id, { reason: 'Erreur' }),
      () => suspendOrder(site, other.id, { reason: 'Rappel' }),
    ]) {
      await expect(decide()).rejects.toEqual(refusal('forbidden'))
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
