import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import {
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  RunId,
  RunStopId,
  RunTemplateId,
  UserId,
} from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { RunStopView, RunSummary, RunView } from './run-schema.js'
import { loadOfStops, type StopLoad } from './stop-load.js'
import { RunState, StopState } from './transitions.js'

export const SUMMARY_PARTS = {
  courier: { select: { displayName: true } },
  runStops: { select: { state: true } },
} as const satisfies Prisma.RunInclude

export const STOP_PARTS = {
  establishment: true,
  deliveryPoint: true,
} as const satisfies Prisma.RunStopInclude

const VIEW_PARTS = {
  courier: { select: { displayName: true } },
  runStops: { orderBy: { position: 'asc' }, include: STOP_PARTS },
} as const satisfies Prisma.RunInclude

type SummaryRow = Prisma.RunGetPayload<{ include: typeof SUMMARY_PARTS }>
type ViewRow = Prisma.RunGetPayload<{ include: typeof VIEW_PARTS }>
type StopRow = ViewRow['runStops'][number]

const isOpen = ({ state }: { readonly state: string }): boolean =>
  state === 'pending' || state === 'arrived'

export const openStopsOf = <Stop extends { readonly state: string }>(
  stops: readonly Stop[],
): Stop[] => stops.filter(isOpen)

export const runSummary = (row: SummaryRow): RunSummary => ({
  ...headOf(row),
  stops: row.runStops.length,
  openStops: openStopsOf(row.runStops).length,
})

/** A run with everything its courier needs at each stop. @throws DomainError `not-found` */
export async function runView(
  tx: Tx,
  ctx: Context,
  runId: RunId,
  visible: Prisma.RunWhereInput = {},
): Promise<RunView> {
  const row = await tx.run.findFirst({
    where: { AND: [{ id: runId }, visible] },
    include: VIEW_PARTS,
  })
  if (row === null) throw notFound('Run', runId)
  const loads = await loadOfStops(tx, ctx, row.runStops)
  return { ...headOf(row), stops: row.runStops.map((stop) => stopView(stop, loads(stop.id))) }
}

function headOf(row: Omit<ViewRow, 'runStops'>): Omit<RunView, 'stops'> {
  return {
    id: RunId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    templateId: RunTemplateId.nullable().parse(row.templateId),
    number: row.number,
    name: row.name,
    serviceOn: fromDateColumn(row.serviceOn),
    departsAt: row.departsAt.toISOString(),
    cutoffAt: row.cutoffAt.toISOString(),
    state: RunState.parse(row.state),
    courierId: UserId.nullable().parse(row.courierId),
    courierName: row.courier?.displayName ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    reason: row.reason,
  }
}

function stopView(stop: StopRow, load: StopLoad): RunStopView {
  const { establishment, deliveryPoint } = stop
  return {
    id: RunStopId.parse(stop.id),
    position: stop.position,
    establishmentId: EstablishmentId.parse(stop.establishmentId),
    establishmentName: establishment.name,
    shortName: establishment.shortName,
    address: [establishment.addressLine, `${establishment.postalCode} ${establishment.town}`],
    phone: establishment.phone,
    latitude: establishment.latitude,
    longitude: establishment.longitude,
    deliveryPointId: DeliveryPointId.parse(stop.deliveryPointId),
    deliveryPointName: deliveryPoint.name,
    instructions: deliveryPoint.instructions,
    plannedAt: stop.plannedAt.toISOString(),
    delivers: stop.delivers,
    collectsSpecimens: stop.collectsSpecimens,
    state: StopState.parse(stop.state),
    arrivedAt: stop.arrivedAt?.toISOString() ?? null,
    closedAt: stop.closedAt?.toISOString() ?? null,
    reason: stop.reason,
    deliveries: [...load.deliveries],
    shipments: [...load.shipments],
  }
}
