import { EstablishmentId, GroupingId, SpecimenShipmentId } from '../kernel/ids.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { EXPECTED_LATE } from './alarm-thresholds.js'
import { ShipmentState } from './transitions.js'
import type { AlarmView } from './view-schema.js'

export const ALARM_PARTS = {
  shipment: true,
  establishment: true,
  acknowledgedBy: { select: { displayName: true } },
} as const satisfies Prisma.DeadlineAlarmInclude

type AlarmRow = Prisma.DeadlineAlarmGetPayload<{ include: typeof ALARM_PARTS }>

export function alarmView(row: AlarmRow): AlarmView {
  const isForeseen = row.thresholdMinutes === EXPECTED_LATE
  const { shipment, establishment } = row
  return {
    id: row.id,
    groupingId: GroupingId.parse(row.groupingId),
    kind: isForeseen ? 'expected-late' : 'approaching',
    thresholdMinutes: isForeseen ? null : row.thresholdMinutes,
    shipment: {
      id: SpecimenShipmentId.parse(shipment.id),
      number: shipment.number,
      state: ShipmentState.parse(shipment.state),
      establishmentId: EstablishmentId.parse(establishment.id),
      establishmentName: establishment.shortName,
    },
    deadlineAt: row.deadlineAt.toISOString(),
    expectedAt: row.expectedAt?.toISOString() ?? null,
    raisedAt: row.raisedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy?.displayName ?? null,
    comment: row.acknowledgementComment,
  }
}
