import { z } from 'zod'
import { RunPage, RunView } from '../../../src/courier/run-schema.js'
import { DeliveryView } from '../../../src/deliveries/index.js'
import { OrderView } from '../../../src/orders/index.js'
import { Person } from './person.js'
import { STORY_BEGINS, STORY_DAY } from './story.js'

const OrderPage = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) })
const SOON_MS = 30 * 60_000

/** A round of two stops that leaves soon, driven by the courier, with one delivery to its first stop. */
export async function prepareRound(name: string): Promise<RunView> {
  const dispatcher = await Person.signedIn('preparateur')
  const courier = await Person.signedIn('coursier')
  const model = await runOf(dispatcher, (run) => run.stops.length > 1 && run.stops.every(delivers))
  const stops = model.stops.slice(0, 2).map(({ establishmentId, deliveryPointId }, i) => ({
    ...{ establishmentId, deliveryPointId, offsetMinutes: 20 * (i + 1) },
    ...{ delivers: true, collectsSpecimens: false },
  }))
  await giveUpEarlier(dispatcher, name)
  const run = await dispatcher.post('/runs', RunView, {
    groupingId: model.groupingId,
    name,
    departsAt: new Date(Date.parse(STORY_BEGINS) + SOON_MS).toISOString(),
    courierId: courier.userId,
    stops,
  })
  await deliverTo(String(stops[0]?.establishmentId))
  return courier.get(`/runs/${run.id}`, RunView)
}

/** A run of an earlier attempt would draw the delivery to itself. */
async function giveUpEarlier(dispatcher: Person, name: string): Promise<void> {
  const { items } = await dispatcher.get(`/runs?day=${STORY_DAY}&state=assigned&limit=50`, RunPage)
  for (const run of items.filter((known) => known.name === name)) {
    await dispatcher.post(`/runs/${run.id}/abort`, RunView, { reason: 'Recommencée' })
  }
}

const delivers = ({ delivers: does }: RunView['stops'][number]): boolean => does

/** The first run of the day of the story that fits. */
export async function runOf(person: Person, fits: (run: RunView) => boolean): Promise<RunView> {
  const { items } = await person.get(`/runs?day=${STORY_DAY}&limit=50`, RunPage)
  for (const { id } of items) {
    const run = await person.get(`/runs/${id}`, RunView)
    if (fits(run)) return run
  }
  throw new Error('The day of the story has no such run')
}

/** Orders again what the establishment once received, and takes it to the moment the van is loaded. */
async function deliverTo(establishmentId: string): Promise<void> {
  const [head, pharmacist, preparer, requester] = await Promise.all([
    Person.signedIn('gerant'),
    Person.signedIn('pharmacien'),
    Person.signedIn('preparateur'),
    Person.signedIn('cadre.fleurs'),
  ])
  const { items } = await requester.get('/orders?limit=100', OrderPage)
  const closed = items.find(({ state }) => state === 'closed')
  if (closed === undefined) throw new Error('The establishment never received an order')
  const before = await requester.get(`/orders/${closed.id}`, OrderView)
  if (before.establishment.id !== establishmentId) throw new Error('Another establishment')
  const [line] = before.lines
  const draft = await requester.post('/orders', OrderView, {
    ...{ groupingId: before.groupingId, establishmentId, kind: 'allotment' },
    ...{ careUnitId: before.careUnit?.id, deliveryPointId: before.deliveryPoint.id },
    lines: [{ productId: line?.product.id, units: 10 }],
  })
  const path = `/orders/${draft.id}`
  const order = await requester.post(`${path}/submit`, OrderView)
  const lines = order.lines.map(({ id, orderedUnits }) => ({
    lineId: id,
    approvedUnits: orderedUnits,
  }))
  await pharmacist.post(`${path}/approve`, OrderView, { lines })
  await pharmacist.post(`${path}/allocate`, OrderView)
  const picking = await preparer.post(`${path}/start-picking`, OrderView)
  for (const { product, allocations } of picking.lines) {
    for (const { lotNumber, units } of allocations) {
      await preparer.post(`${path}/pick`, OrderView, { productId: product.id, lotNumber, units })
    }
  }
  await preparer.post(`${path}/finish-picking`, OrderView)
  await head.post(`${path}/release`, OrderView)
  const { storageClass } = line?.product ?? {}
  const tote = {
    storageClass,
    sealNumber: 'SC-E2E',
    ...(storageClass !== 'ambient' && { loggerId: 'ENR-1' }),
  }
  const delivery = await preparer.post('/deliveries', DeliveryView, {
    orderId: draft.id,
    totes: [tote],
  })
  await preparer.post(`/deliveries/${delivery.id}/dispatch`, DeliveryView)
}
