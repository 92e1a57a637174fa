import { type CalendarDate, fromDateColumn } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { passageAt } from './passage-time.js'
import type { PlannedDeparture } from './recurrence.js'

export interface TemplateStop {
  readonly establishmentId: string
  readonly deliveryPointId: string
  readonly offsetMinutes: number
  readonly delivers: boolean
  readonly collectsSpecimens: boolean
}

export interface PlannedStop {
  readonly establishmentId: string
  readonly deliveryPointId: string
  readonly position: number
  readonly plannedAt: Date
  readonly delivers: boolean
  readonly collectsSpecimens: boolean
}

/** Whether an establishment is a member on a day. */
export type IsMemberOn = (establishmentId: string, day: CalendarDate) => boolean

/** The stops of one departure, in order; who has left the grouping by that day is passed by. */
export const plannedStops = (
  stops: readonly TemplateStop[],
  { serviceOn, departsAt }: Pick<PlannedDeparture, 'serviceOn' | 'departsAt'>,
  isMemberOn: IsMemberOn,
): PlannedStop[] =>
  stops
    .filter(({ establishmentId }) => isMemberOn(establishmentId, serviceOn))
    .map((stop, i) => ({
      establishmentId: stop.establishmentId,
      deliveryPointId: stop.deliveryPointId,
      position: i + 1,
      plannedAt: passageAt(departsAt, stop.offsetMinutes),
      delivers: stop.delivers,
      collectsSpecimens: stop.collectsSpecimens,
    }))

/** All memberships of a grouping in one read: planning asks for every stop of every day. */
export async function membersOf(tx: Tx, groupingId: GroupingId): Promise<IsMemberOn> {
  const memberships = await tx.membership.findMany({
    where: { groupingId },
    select: { establishmentId: true, fromOn: true, toOn: true },
  })
  const spans = memberships.map(({ establishmentId, fromOn, toOn }) => ({
    establishmentId,
    from: fromDateColumn(fromOn),
    to: toOn && fromDateColumn(toOn),
  }))
  return (establishmentId, day) =>
    spans.some(
      (span) =>
        span.establishmentId === establishmentId &&
        span.from <= day &&
        (span.to === null || day <= span.to),
    )
}
