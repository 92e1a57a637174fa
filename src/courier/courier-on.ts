import { type CalendarDate, dateColumn } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import type { GroupingId, UserId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

/**
 * Refuses to give a run to somebody who is not a courier of the grouping on that day.
 * @throws DomainError `invalid-input`
 */
export async function requireCourierOn(
  tx: Tx,
  groupingId: GroupingId,
  courierId: UserId,
  day: CalendarDate,
): Promise<void> {
  const on = dateColumn(day)
  const grant = await tx.roleGrant.findFirst({
    where: {
      userId: courierId,
      groupingId,
      establishmentId: null,
      role: 'courier',
      fromOn: { lte: on },
      OR: [{ toOn: null }, { toOn: { gte: on } }],
    },
    select: { id: true },
  })
  if (grant !== null) return
  throw invalidField('courierId', `This person is not a courier of the grouping on ${day}`)
}
