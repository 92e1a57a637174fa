import { z } from 'zod'
import { ProductView } from '../../../../src/catalogue/index.js'
import { RunTemplateView, RunView } from '../../../../src/courier/index.js'
import { RunPage } from '../../../../src/courier/run-schema.js'
import { IngestView } from '../../../../src/custody/schema.js'
import { DeliveryView, DiscrepancyView } from '../../../../src/deliveries/index.js'
import { OrderView } from '../../../../src/orders/index.js'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { ReceiptView } from '../../../../src/stock/schema.js'
import { type Alliance, gtin, type Site } from './alliance.js'

export interface Box {
  readonly productId: string
  readonly gtin14: string
}

/** What the GS1 DataMatrix of a box says: product, expiry, lot. */
export const scanOf = (gtin14: string, lotNumber: string): string =>
  `01${gtin14}17280131${`10${lotNumber}`}`

export async function enterProduct(
  { cast }: Alliance,
  wish: { denomination: string; storageClass?: string; requiresFourEyes?: boolean },
): Promise<Box> {
  const gtin14 = gtin()
  const { id } = await cast['head-pharmacist'].post('/products', ProductView, {
    kind: 'medicine',
    storageClass: 'ambient',
    vatBasisPoints: 210,
    ...wish,
    presentations: [{ label: 'boîte de 10', gtin14, unitsPerPack: 10 }],
  })
  return { productId: id, gtin14 }
}

/** The preparer scans `packs` boxes of ten at 2,50 € the unit. */
export const receive = (
  { cast, pharmacyId }: Alliance,
  boxes: readonly { box: Box; lotNumber: string; packs: number }[],
) =>
  cast.preparer.post('/stock/receipts', ReceiptView, {
    groupingId: pharmacyId,
    supplierName: 'Grossiste de l’Essai',
    supplierReference: 'BL-778',
    lines: boxes.map(({ box, lotNumber, packs }) => ({
      scan: scanOf(box.gtin14, lotNumber),
      packs,
      unitCost: '2.50',
    })),
  })

const stopAt = ({ establishmentId, deliveryPointId }: Site, offsetMinutes: number) => ({
  ...{ establishmentId, deliveryPointId, offsetMinutes },
})

/** The dispatcher opens a timetable; the job that its commit asked for plans the runs. */
export async function planRounds(alliance: Alliance) {
  const { cast, world, pharmacyId, laboratoryId, hub, alpha, beta } = alliance
  const everyWorkingDay = {
    weekdays: [1, 2, 3, 4, 5],
    cutoffMinutes: 30,
    validFrom: '2026-03-01',
  }
  const template = await cast.dispatcher.post('/run-templates', RunTemplateView, {
    ...everyWorkingDay,
    ...{ groupingId: pharmacyId, name: 'Midi Nord', departsAt: '12:00' },
    stops: [stopAt(alpha, 20), stopAt(beta, 45)],
  })
  await cast.dispatcher.post('/run-templates', RunTemplateView, {
    ...everyWorkingDay,
    ...{ groupingId: laboratoryId, name: 'Labo', departsAt: '12:00' },
    stops: [{ ...stopAt(alpha, 25), collectsSpecimens: true }, stopAt(hub, 60)],
  })
  const jobs = await world.runJobs()
  const today = await cast.courier.get('/runs?day=2026-03-12', RunPage)
  const runIdOf = (groupingId: string) =>
    z.string().parse(today.items.find((run) => run.groupingId === groupingId)?.id)
  return {
    jobs,
    templateId: template.id,
    pharmacyRunId: runIdOf(pharmacyId),
    laboratoryRunId: runIdOf(laboratoryId),
  }
}

export async function submitOrder(
  { cast, pharmacyId, alpha }: Alliance,
  lines: readonly { productId: string; units: number }[],
) {
  const { establishmentId, careUnitId, deliveryPointId } = alpha
  const draft = await cast.requester.post('/orders', OrderView, {
    ...{ groupingId: pharmacyId, establishmentId, careUnitId, deliveryPointId, lines },
    kind: 'allotment',
  })
  return cast.requester.post(`/orders/${draft.id}/submit`, OrderView)
}

/** Scans everything that is kept for the order, box by box. */
export async function pickByScan(
  { cast }: Alliance,
  order: OrderView,
  pickers: readonly ['preparer' | 'pharmacist', Box][],
) {
  for (const [role, box] of pickers) {
    const line = order.lines.find(({ product }) => product.id === box.productId)
    for (const { lotNumber, units } of line?.allocations ?? []) {
      const scan = scanOf(box.gtin14, lotNumber)
      await cast[role].post(`/orders/${order.id}/pick`, OrderView, { scan, units })
    }
  }
}

/** Assigns the run of the day and lets it leave. */
export async function startRun({ cast }: Alliance, runId: string) {
  const courierId = cast.courier.userId
  await cast.dispatcher.post(`/runs/${runId}/assign`, RunView, { courierId })
  return cast.courier.post(`/runs/${runId}/start`, RunView)
}

/** What a phone recorded and sends later, with the hour of each act. */
export async function sendEvents(
  { cast, world }: Alliance,
  deviceId: string,
  events: readonly Readonly<Record<string, unknown>>[],
) {
  const sentAt = world.clock.now().toISOString()
  return cast.courier.post('/custody-events', IngestView, { deviceId, sentAt, events })
}

let sequence = 0

function event(kind: string, at: Date, facts: Readonly<Record<string, unknown>>) {
  sequence += 1
  const deviceAt = at.toISOString()
  return { eventId: crypto.randomUUID(), sequence, kind, inputMode: 'camera', deviceAt, ...facts }
}

interface Round {
  readonly delivery: DeliveryView
  readonly shipment: Pick<ShipmentView, 'containerCode'>
  readonly laboratoryRun: RunView
}

/** Four hours of driving, as the phone recorded them: totes to Alpha, specimens from there to the hub. */
export function actsOfTheRound(
  { world, alpha, hub }: Alliance,
  { delivery, shipment: { containerCode }, laboratoryRun }: Round,
) {
  const ago = (minutes: number) => new Date(world.clock.now().getTime() - minutes * 60_000)
  const totes = delivery.totes.map(({ code }) => ({ containerCode: code }))
  const atAlpha = { runStopId: delivery.runStopId }
  const [collecting, unloading] = laboratoryRun.stops.map(({ id }) => ({ runStopId: id }))
  const into = ({ establishmentId }: Site) => ({ placeEstablishmentId: establishmentId })
  return [
    ...totes.map((tote) => event('picked-up', ago(200), tote)),
    event('arrived-at-stop', ago(180), atAlpha),
    ...totes.map((tote) => event('dropped-off', ago(175), { ...tote, ...into(alpha) })),
    event('closed-stop', ago(174), atAlpha),
    event('picked-up', ago(170), { containerCode, ...collecting }),
    event('closed-stop', ago(169), { ...collecting }),
    event('dropped-off', ago(130), { containerCode, ...into(hub) }),
    event('closed-stop', ago(129), { ...unloading }),
  ]
}

/** Receives a delivery: `refused` and `missing` on its first line, the rest accepted. */
export async function receiveDelivery(
  { cast }: Alliance,
  delivery: DeliveryView,
  { refused, missing }: { refused: number; missing: number },
) {
  return cast.receiver.post(`/deliveries/${delivery.id}/receive`, DeliveryView, {
    receiverTitle: 'Cadre de santé',
    lines: delivery.lines.map(({ id, shippedUnits }, i) => {
      const [refusedUnits, missingUnits] = i === 0 ? [refused, missing] : [0, 0]
      const acceptedUnits = shippedUnits - refusedUnits - missingUnits
      return {
        deliveryLineId: id,
        ...{ acceptedUnits, refusedUnits, missingUnits },
        ...(acceptedUnits < shippedUnits && { reasonCode: 'damaged' }),
      }
    }),
  })
}

export const settle = ({ cast }: Alliance, id: string, settlement: string) =>
  cast.pharmacist.post(`/discrepancies/${id}/settle`, DiscrepancyView, {
    settlement,
    note: 'Vu avec l’établissement',
  })
