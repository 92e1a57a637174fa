import { DeliveryId, GroupingId, OrderId, SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { StopDelivery, StopShipment } from './run-schema.js'

/** What is handed over and taken at one stop. */
export interface StopLoad {
  readonly deliveries: readonly StopDelivery[]
  readonly shipments: readonly StopShipment[]
}

interface Stop {
  readonly id: string
  readonly establishmentId: string
  readonly collectsSpecimens: boolean
  readonly state: string
}

const DELIVERY_PARTS = {
  order: { select: { number: true, priority: true, kind: true } },
  totes: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.DeliveryInclude

type DeliveryRow = Prisma.DeliveryGetPayload<{ include: typeof DELIVERY_PARTS }>

const TAKEN_ALONG = { state: { notIn: ['draft', 'cancelled'] } }

/**
 * What each stop of one run gives and takes, as far as the caller may see: the deliveries planned on
 * it, the specimen shipments planned on it, and, at a stop still open, whatever else is sealed there
 * for a laboratory the caller carries for. One van serves the pharmacy and the laboratory.
 */
export async function loadOfStops(
  tx: Tx,
  ctx: Context,
  stops: readonly Stop[],
): Promise<(stopId: string) => StopLoad> {
  const deliveries = await tx.delivery.findMany({
    where: { runStopId: { in: stops.map(({ id }) => id) }, state: { not: 'cancelled' } },
    include: DELIVERY_PARTS,
    orderBy: { id: 'asc' },
  })
  const shipments = await shipmentsOf(tx, ctx, stops)
  const byId = new Map(stops.map((stop) => [stop.id, stop]))
  return (stopId) => ({
    deliveries: deliveries.filter((row) => row.runStopId === stopId).map(deliveryOf),
    shipments: shipments
      .filter((row) => row.runStopId === stopId || isWaitingAt(row, byId.get(stopId), byId))
      .map(shipmentOf),
  })
}

async function shipmentsOf(tx: Tx, ctx: Context, stops: readonly Stop[]) {
  const carriesFor = ctx.actor.grants.flatMap(({ role, groupingId, establishmentId }) =>
    establishmentId === undefined && (role === 'courier' || role === 'dispatcher')
      ? [groupingId]
      : [],
  )
  const places = stops.filter(isCollecting).map(({ establishmentId }) => establishmentId)
  return tx.specimenShipment.findMany({
    where: {
      OR: [
        { runStopId: { in: stops.map(({ id }) => id) }, ...TAKEN_ALONG },
        { establishmentId: { in: places }, groupingId: { in: carriesFor }, state: 'sealed' },
      ],
    },
    orderBy: [{ deadlineAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  })
}

type ShipmentRow = Awaited<ReturnType<typeof shipmentsOf>>[number]

const isCollecting = ({ collectsSpecimens, state }: Stop): boolean =>
  collectsSpecimens && (state === 'pending' || state === 'arrived')

/** Sealed where this stop collects, and not planned on another stop of the same run. */
function isWaitingAt(
  { runStopId, establishmentId, state }: ShipmentRow,
  stop: Stop | undefined,
  stopsOfRun: ReadonlyMap<string, Stop>,
): boolean {
  return (
    stop !== undefined &&
    state === 'sealed' &&
    isCollecting(stop) &&
    stop.establishmentId === establishmentId &&
    (runStopId === null || !stopsOfRun.has(runStopId))
  )
}

const deliveryOf = (row: DeliveryRow): StopDelivery => ({
  id: DeliveryId.parse(row.id),
  orderId: OrderId.parse(row.orderId),
  orderNumber: row.order.number,
  noteNumber: row.noteNumber,
  state: row.state,
  isUrgent: row.order.priority === 'urgent',
  hasNarcotics: row.order.kind === 'narcotics',
  totes: row.totes.map(({ code, storageClass, sealNumber, loggerId }) => ({
    code,
    storageClass,
    sealNumber,
    loggerId,
  })),
})

const shipmentOf = (row: ShipmentRow): StopShipment => ({
  id: SpecimenShipmentId.parse(row.id),
  groupingId: GroupingId.parse(row.groupingId),
  number: row.number,
  containerCode: row.containerCode,
  temperatureClass: row.temperatureClass,
  state: row.state,
  sealNumber: row.sealNumber,
  deadlineAt: row.deadlineAt?.toISOString() ?? null,
})
