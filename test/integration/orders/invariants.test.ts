import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import {
  deliverDelivery,
  dispatchDelivery,
  getDelivery,
  leaveBehind,
  orderViolations,
  packDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
  SettleDiscrepancyInput,
  settleDiscrepancy,
} from '../../../src/deliveries/index.js'
import { DomainError } from '../../../src/kernel/errors.js'
import { type DeliveryId, DiscrepancyId, OrderId, type ProductId } from '../../../src/kernel/ids.js'
import {
  ApproveOrderInput,
  allocateOrder,
  approveOrder,
  cancelOrder,
  FinishPickingInput,
  finishPicking,
  getOrder,
  type OrderView,
  PickInput,
  pickForOrder,
  releaseOrder,
  resumeOrder,
  startPicking,
  suspendOrder,
} from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenLot, violationsOf } from '../stock/pharmacy.js'
import { type Cast, openCast, packInput, receipt, submitted } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** One attempt at something; what is not possible now is refused, and must change nothing. */
type Attempt = {
  readonly verb: 'advance' | (typeof VERBS)[number]
  readonly target: number
  readonly share: number
}

const VERBS = [
  'order',
  'approve',
  'allocate',
  'start',
  'pick',
  'finish',
  'release',
  'pack',
  'dispatch',
  'leave',
  'deliver',
  'receive',
  'settle',
  'cancel',
  'suspend',
  'resume',
  'restock',
] as const

/** Mostly the next step of its journey, so that orders get far; now and then something out of turn. */
const attempts = fc.array(
  fc.record({
    verb: fc.oneof(
      { weight: 6, arbitrary: fc.constant('advance' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...VERBS) },
    ),
    target: fc.nat({ max: 30 }),
    share: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 25, maxLength: 45 },
)

const NEXT_VERB: Readonly<Record<string, (typeof VERBS)[number]>> = {
  submitted: 'approve',
  approved: 'allocate',
  allocated: 'start',
  picked: 'release',
  dispatched: 'deliver',
  delivered: 'receive',
  received: 'settle',
  suspended: 'resume',
}

function nextVerb(order: OrderView): (typeof VERBS)[number] {
  if (order.state === 'picking') {
    return order.lines.some((line) => line.pickedUnits === 0) ? 'pick' : 'finish'
  }
  if (order.state === 'released') {
    return order.deliveries.some(({ state }) => state === 'packed') ? 'dispatch' : 'pack'
  }
  return NEXT_VERB[order.state] ?? 'order'
}

interface Scene {
  readonly productId: ProductId
  readonly orders: () => Promise<OrderId[]>
}

const part = (units: number, share: number): number => Math.floor((units * share) / 100)

async function attempt(scene: Scene, { verb: asked, target, share }: Attempt): Promise<void> {
  const orders = await scene.orders()
  const orderId = orders[target % Math.max(orders.length, 1)]
  const reason = { reason: 'Essai' }
  if (asked === 'restock') {
    await givenLot(cast, { productId: scene.productId, units: 1 + part(9, share) })
    return
  }
  if (asked === 'order' || orderId === undefined) {
    await submitted(cast, [{ productId: scene.productId, units: 1 + part(11, share) }])
    return
  }
  const order = await getOrder(cast.pharmacist, orderId)
  const verb = asked === 'advance' ? nextVerb(order) : asked
  if (verb === 'order') {
    await submitted(cast, [{ productId: scene.productId, units: 1 + part(11, share) }])
    return
  }
  const [line] = order.lines
  const [delivery] = order.deliveries.slice(-1)
  if (line === undefined) return
  const lineId = line.id
  if (verb === 'approve') {
    const approvedUnits = part(line.orderedUnits, share)
    const decision = { lineId, approvedUnits, reasonCode: 'stock-short' }
    await approveOrder(cast.pharmacist, orderId, ApproveOrderInput.parse({ lines: [decision] }))
  }
  if (verb === 'allocate') await allocateOrder(cast.pharmacist, orderId)
  if (verb === 'start') await startPicking(cast.preparer, orderId)
  if (verb === 'pick') {
    const [lot] = line.allocations.filter(({ units, pickedUnits }) => units > pickedUnits)
    if (lot === undefined) return
    const units = Math.max(1, part(lot.units - lot.pickedUnits, share))
    const { lotNumber } = lot
    const input = PickInput.parse({ productId: scene.productId, lotNumber, units })
    await pickForOrder(cast.preparer, orderId, input)
  }
  if (verb === 'finish') {
    const remainder = share < 50 ? 'backorder' : 'cancel'
    const shortages =
      line.pickedUnits < line.inProcessUnits
        ? [{ lineId, reasonCode: 'stock-short', remainder }]
        : []
    await finishPicking(cast.preparer, orderId, FinishPickingInput.parse({ shortages }))
  }
  if (verb === 'release') await releaseOrder(cast.pharmacist, orderId)
  if (verb === 'cancel' && share < 25) await cancelOrder(cast.pharmacist, orderId, reason)
  if (verb === 'suspend' && share < 50) await suspendOrder(cast.pharmacist, orderId, reason)
  if (verb === 'resume') await resumeOrder(cast.pharmacist, orderId, reason)
  if (verb === 'pack') await packDelivery(cast.preparer, packInput(orderId))
  if (delivery === undefined) return
  if (verb === 'dispatch') await dispatchDelivery(cast.courier, delivery.id)
  if (verb === 'leave' && share < 30) await leaveBehind(cast.courier, delivery.id, reason)
  if (verb === 'deliver') await deliverDelivery(cast.courier, delivery.id)
  if (verb === 'receive') await receiveSome(delivery.id, share)
  if (verb === 'settle') await settleOne(delivery.id, share)
}

async function receiveSome(deliveryId: DeliveryId, share: number): Promise<void> {
  const delivery = await getDelivery(cast.receiver, deliveryId)
  const shipped = delivery.lines[0]?.shippedUnits ?? 0
  const refused = part(shipped, share / 2)
  const missing = share % 3 === 0 ? Math.min(1, shipped - refused) : 0
  const input = ReceiveDeliveryInput.parse(receipt(delivery, { refused, missing }))
  await receiveDelivery(cast.receiver, deliveryId, input)
}

async function settleOne(deliveryId: DeliveryId, share: number): Promise<void> {
  const open = await world.owner.prisma.discrepancy.findFirst({
    where: { deliveryId, state: 'open' },
  })
  if (open === null) return
  const settlements = ['found-delivered', 'returned-to-stock', 'lost', 'destroyed']
  const settlement = settlements[share % settlements.length]
  const input = SettleDiscrepancyInput.parse({ settlement, note: 'Essai' })
  await settleDiscrepancy(cast.pharmacist, DiscrepancyId.parse(open.id), input)
}

async function openScene(): Promise<Scene> {
  cast = await openCast(world)
  const { groupingId } = cast
  const productId = await world.given.product()
  await givenLot(cast, { productId, units: 10 })
  await givenLot(cast, { productId, units: 5, expiresOn: '2026-10-31' })
  const byId = { where: { groupingId }, orderBy: { id: 'asc' }, select: { id: true } } as const
  return {
    productId,
    orders: async () =>
      (await world.owner.prisma.supplyOrder.findMany(byId)).map(({ id }) => OrderId.parse(id)),
  }
}

describe('whatever people try, in whatever order', () => {
  test.prop([attempts], { numRuns: 4 })(
    'units add up on every line, in every place and in every reservation',
    async (sequence) => {
      const scene = await openScene()
      for (const step of sequence) {
        try {
          await attempt(scene, step)
        } catch (error) {
          // A refusal is an answer; anything else is a defect.
          if (!(error instanceof DomainError)) throw error
        }
      }
      const found = await world.owner.prisma.$transaction((tx) => orderViolations(tx))
      expect(found.filter(({ groupingId }) => groupingId === cast.groupingId)).toEqual([])
      expect(await violationsOf(cast)).toEqual([])
    },
    120_000,
  )
})
