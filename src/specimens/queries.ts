import type { SpecimenShipmentId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { ALARM_PARTS, alarmView } from './alarm-view.js'
import type { ListAlarmsQuery, ListShipmentsQuery } from './schema.js'
import { SUMMARY_PARTS, shipmentSummary, shipmentView } from './shipment-view.js'
import type { AlarmPage, ShipmentPage, ShipmentView } from './view-schema.js'
import { whereaboutsOf } from './whereabouts.js'

const FIRST_TO_EXPIRE: Prisma.SpecimenShipmentOrderByWithRelationInput[] = [
  { deadlineAt: { sort: 'asc', nulls: 'last' } },
  { id: 'desc' },
]

/** The shipments the caller may see, first to expire first as on the arrivals board, or newest first. */
export async function listShipments(
  ctx: Context,
  query: ListShipmentsQuery,
): Promise<ShipmentPage> {
  const { cursor, limit, order } = query
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.specimenShipment.findMany({
      where: conditions(query),
      include: SUMMARY_PARTS,
      orderBy: order === 'newest' ? { id: 'desc' } : FIRST_TO_EXPIRE,
      ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
      take: limit + 1,
    })
    const whereabouts = await whereaboutsOf(tx, rows)
    return toPage(
      rows.map((row) => shipmentSummary(row, whereabouts(row.id))),
      limit,
    )
  })
}

/** @throws DomainError `not-found` */
export const getShipment = (ctx: Context, id: SpecimenShipmentId): Promise<ShipmentView> =>
  inReadTransaction(ctx, (tx) => shipmentView(tx, id))

function conditions(query: ListShipmentsQuery): Prisma.SpecimenShipmentWhereInput {
  const { groupingId, establishmentId, containerCode, state } = query
  return {
    ...(groupingId !== undefined && { groupingId }),
    ...(establishmentId !== undefined && { establishmentId }),
    ...(containerCode !== undefined && { containerCode }),
    ...(state !== undefined && { state: { in: state } }),
  }
}

/** The alarms the caller may see, newest first. */
export async function listAlarms(ctx: Context, query: ListAlarmsQuery): Promise<AlarmPage> {
  const { groupingId, acknowledged, cursor, limit } = query
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.deadlineAlarm.findMany({
      where: {
        ...(groupingId !== undefined && { groupingId }),
        ...(cursor !== undefined && { id: { lt: cursor } }),
        ...(acknowledged !== undefined && {
          acknowledgedAt: acknowledged ? { not: null } : null,
        }),
      },
      include: ALARM_PARTS,
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(alarmView), limit)
}
