import { notFound } from '../kernel/errors.js'
import {
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  RunStopId,
  SpecimenShipmentId,
  TubeId,
} from '../kernel/ids.js'
import { TemperatureClass } from '../kernel/storage-class.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { ShipmentState, shipmentActionsFrom } from './transitions.js'
import { TUBE_PARTS, tubeView } from './tube-view.js'
import { ChecklistView, type ShipmentSummary, type ShipmentView } from './view-schema.js'
import { isUndecided } from './vocabulary.js'
import { type Whereabouts, whereaboutsOf } from './whereabouts.js'

export const SUMMARY_PARTS = {
  establishment: { select: { id: true, shortName: true } },
  runStop: { select: { plannedAt: true } },
  tubes: { select: { urgency: true, state: true, deadlineAt: true, idealAt: true } },
} as const satisfies Prisma.SpecimenShipmentInclude

const VIEW_PARTS = {
  ...SUMMARY_PARTS,
  deliveryPoint: true,
  tubes: { orderBy: { id: 'asc' }, include: TUBE_PARTS },
} as const satisfies Prisma.SpecimenShipmentInclude

type SummaryRow = Prisma.SpecimenShipmentGetPayload<{ include: typeof SUMMARY_PARTS }>

/**
 * A shipment as sender and laboratory see it: tubes, deadlines, who held it when, its papers.
 * @throws DomainError `not-found`
 */
export async function shipmentView(tx: Tx, id: SpecimenShipmentId): Promise<ShipmentView> {
  const row = await tx.specimenShipment.findUnique({ where: { id }, include: VIEW_PARTS })
  if (row === null) throw notFound('Specimen shipment', id)
  const { deliveryPoint, tubes, containerCode } = row
  const documents = await tx.document.findMany({
    where: { subjectType: 'specimen-shipment', subjectId: id },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, title: true },
  })
  return {
    ...shipmentSummary(row, (await whereaboutsOf(tx, [row]))(row.id)),
    deliveryPoint: { id: DeliveryPointId.parse(deliveryPoint.id), name: deliveryPoint.name },
    deadlineTubeId: TubeId.nullable().parse(row.deadlineTubeId),
    sealNumber: row.sealNumber,
    loggerId: row.loggerId,
    checklist: ChecklistView.nullable().parse(row.checklist),
    tubes: tubes.map(tubeView),
    custody: await custodyOf(tx, containerCode),
    documents: documents.map((document) => ({ ...document, id: DocumentId.parse(document.id) })),
    possibleActions: [...shipmentActionsFrom(ShipmentState.parse(row.state))],
  }
}

export function shipmentSummary(row: SummaryRow, whereabouts: Whereabouts): ShipmentSummary {
  const { establishment, runStop, tubes } = row
  return {
    id: SpecimenShipmentId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    number: row.number,
    containerCode: row.containerCode,
    state: ShipmentState.parse(row.state),
    hasDiscrepancy: row.hasDiscrepancy,
    temperatureClass: TemperatureClass.parse(row.temperatureClass),
    establishment: { id: EstablishmentId.parse(establishment.id), name: establishment.shortName },
    tubeCount: tubes.length,
    undecidedTubes: tubes.filter(isUndecided).length,
    isUrgent: tubes.some(({ urgency }) => urgency === 'urgent'),
    deadlineAt: instant(row.deadlineAt),
    idealAt: instant(idealOf(row)),
    ...whereabouts,
    runStopId: RunStopId.nullable().parse(row.runStopId),
    plannedPickUpAt: instant(runStop?.plannedAt ?? null),
    sealedAt: instant(row.sealedAt),
    pickedUpAt: instant(row.pickedUpAt),
    deliveredAt: instant(row.deliveredAt),
    reconciledAt: instant(row.reconciledAt),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

/** The ideal limit of the tube that expires first. */
const idealOf = ({ tubes, deadlineAt }: SummaryRow): Date | null =>
  tubes.find((tube) => tube.deadlineAt?.getTime() === deadlineAt?.getTime())?.idealAt ?? null

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

async function custodyOf(tx: Tx, containerCode: string): Promise<ShipmentView['custody']> {
  const events = await tx.custodyEvent.findMany({
    where: { containerCode },
    orderBy: [{ occurredAt: 'asc' }, { deviceId: 'asc' }, { deviceSequence: 'asc' }],
  })
  return events.map((event) => ({
    eventId: event.eventId,
    kind: event.kind,
    tubeCode: event.tubeCode,
    actorId: event.actorId,
    counterpart: event.counterpart,
    inputMode: event.inputMode,
    temperatureDeciCelsius: event.temperatureDeciCelsius,
    occurredAt: event.occurredAt.toISOString(),
    receivedAt: event.receivedAt.toISOString(),
    clockOffsetMs: event.clockOffsetMs,
    flags: event.flags,
  }))
}
