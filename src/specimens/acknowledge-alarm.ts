import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { ALARM_PARTS, alarmView } from './alarm-view.js'
import type { AcknowledgeInput } from './schema.js'
import type { AlarmView } from './view-schema.js'

export const ALARM_KEEPERS: readonly Role[] = [
  'lab-technician',
  'biologist',
  'dispatcher',
  'requester',
]

/**
 * Says that somebody looks after an alarm, and what they do about it. The first person stays; a repetition changes nothing.
 * @throws DomainError `not-found` · `forbidden`
 */
export function acknowledgeAlarm(
  ctx: Context,
  alarmId: string,
  { comment }: AcknowledgeInput,
): Promise<AlarmView> {
  return inTransaction(ctx, async (tx) => {
    const where = { id: alarmId }
    const alarm = await tx.deadlineAlarm.findUnique({ where })
    if (alarm === null) throw notFound('Alarm', alarmId)
    const groupingId = GroupingId.parse(alarm.groupingId)
    const establishmentId = EstablishmentId.parse(alarm.establishmentId)
    requireRole(ctx, { groupingId, establishmentId }, ALARM_KEEPERS)

    const { count } = await tx.deadlineAlarm.updateMany({
      where: { ...where, acknowledgedAt: null },
      data: {
        acknowledgedAt: ctx.clock(),
        acknowledgedById: ctx.actor.userId,
        acknowledgementComment: comment,
      },
    })
    if (count > 0) {
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'deadline-alarm.acknowledged',
        subjectType: 'specimen-shipment',
        subjectId: alarm.shipmentId,
        details: { thresholdMinutes: alarm.thresholdMinutes, comment },
      })
      await announce(tx, {
        topic: 'deadline-alarms',
        groupingId,
        establishmentId,
        subjectId: alarmId,
      })
    }
    return alarmView(await tx.deadlineAlarm.findUniqueOrThrow({ where, include: ALARM_PARTS }))
  })
}
