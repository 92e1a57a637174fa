import {
  deliverDelivery,
  dispatchDelivery,
  getDelivery,
  PackDeliveryInput,
  packDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
} from '../../../src/deliveries/index.js'
import { DeliveryId, OrderId } from '../../../src/kernel/ids.js'
import {
  allocateOrder,
  approveOrder,
  CreateOrderInput,
  createOrder,
  finishPicking,
  getOrder,
  PickInput,
  pickForOrder,
  releaseOrder,
  startPicking,
  submitOrder,
} from '../../../src/orders/index.js'
import type { Actor, Context } from '../../../src/platform/context.js'

/** Everything a process needs to act in the name of everybody; plain JSON, so that it travels in an argument. */
export interface Stage {
  readonly url: string
  readonly groupingId: string
  readonly establishmentId: string
  readonly deliveryPointId: string
  readonly productId: string
  readonly people: Readonly<
    Record<'requester' | 'pharmacist' | 'second' | 'preparer' | 'courier' | 'receiver', Actor>
  >
}

/** How far one actor's current order has come. */
export interface Progress {
  readonly actor: number
  readonly story: number
  /** The last step that was acknowledged; -1 before the first. */
  readonly step: number
  readonly orderId?: string
  readonly deliveryId?: string
}

type As = (who: keyof Stage['people']) => Context
type Ids = Pick<Progress, 'orderId' | 'deliveryId'>
type Step = (as: As, stage: Stage, at: Progress) => Promise<Ids>

const order = ({ orderId }: Progress): OrderId => OrderId.parse(orderId)
const delivery = ({ deliveryId }: Progress): DeliveryId => DeliveryId.parse(deliveryId)

/** What an order is found by when its creation was committed and never acknowledged. */
export const markOf = ({ actor, story }: Progress): string => `récit ${actor}-${story}`

const create: Step = async (
  as,
  { groupingId, establishmentId, deliveryPointId, productId },
  at,
) => {
  const input = CreateOrderInput.parse({
    groupingId,
    establishmentId,
    deliveryPointId,
    kind: 'allotment',
    comment: markOf(at),
    lines: [{ productId, units: 1 }],
  })
  return { orderId: (await createOrder(as('requester'), input)).id }
}

const pick: Step = async (as, _, at) => {
  const { lines } = await getOrder(as('preparer'), order(at))
  const [line] = lines
  const lotNumber = line?.allocations[0]?.lotNumber
  const input = { lineId: line?.id, productId: line?.product.id, lotNumber, units: 1 }
  await pickForOrder(as('preparer'), order(at), PickInput.parse(input))
  return {}
}

const pack: Step = async (as, _, at) => {
  const totes = [{ storageClass: 'ambient', sealNumber: 'S-1' }]
  const input = PackDeliveryInput.parse({ orderId: at.orderId, totes })
  return { deliveryId: (await packDelivery(as('preparer'), input)).id }
}

const receive: Step = async (as, _, at) => {
  const { lines } = await getDelivery(as('receiver'), delivery(at))
  const input = ReceiveDeliveryInput.parse({
    receiverTitle: 'Cadre de santé',
    lines: lines.map(({ id, shippedUnits }) => ({
      deliveryLineId: id,
      acceptedUnits: shippedUnits,
      refusedUnits: 0,
      missingUnits: 0,
    })),
  })
  await receiveDelivery(as('receiver'), delivery(at), input)
  return {}
}

const done = async (verb: Promise<unknown>): Promise<Ids> => {
  await verb
  return {}
}

/** The life of an order, one verb after the other; the name is what the timeline calls it. */
export const STEPS: readonly (readonly [name: string, step: Step])[] = [
  ['create', create],
  ['submit', (as, _, at) => done(submitOrder(as('requester'), order(at)))],
  ['approve', (as, _, at) => done(approveOrder(as('pharmacist'), order(at), { lines: [] }))],
  ['allocate', (as, _, at) => done(allocateOrder(as('pharmacist'), order(at)))],
  ['start-picking', (as, _, at) => done(startPicking(as('preparer'), order(at)))],
  ['pick', pick],
  [
    'finish-picking',
    (as, _, at) => done(finishPicking(as('preparer'), order(at), { shortages: [] })),
  ],
  ['release', (as, _, at) => done(releaseOrder(as('second'), order(at)))],
  ['pack', pack],
  ['dispatch', (as, _, at) => done(dispatchDelivery(as('pharmacist'), delivery(at)))],
  ['deliver', (as, _, at) => done(deliverDelivery(as('courier'), delivery(at)))],
  ['receive', receive],
]

/** Takes the next step of a story under its own key, and says where the story then stands. */
export async function advance(
  contextOf: (actor: Actor, key?: string) => Context,
  stage: Stage,
  at: Progress,
): Promise<Progress> {
  const number = at.step + 1
  const step = STEPS[number]
  if (step === undefined) return { actor: at.actor, story: at.story + 1, step: -1 }
  const [name, take] = step
  const key = `${markOf(at)} ${name}`
  const ids = await take((who) => contextOf(stage.people[who], key), stage, at)
  return { ...at, ...ids, step: number }
}
