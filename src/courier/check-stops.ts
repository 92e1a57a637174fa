import type { CalendarDate, LocalTime } from '../kernel/calendar.js'
import { DomainError, type FieldError } from '../kernel/errors.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import { memberOn } from '../members/index.js'
import type { Tx } from '../platform/db/transaction.js'
import { minutesOf, passageTime } from './passage-time.js'

export interface StopToCheck {
  readonly establishmentId: string
  readonly deliveryPointId: string
  readonly offsetMinutes: number
}

/** The first day a round leaves: its first day of validity, or today when that is past. */
export function firstServedDay(validFrom: CalendarDate, today: CalendarDate): CalendarDate {
  if (validFrom > today) return validFrom
  return today
}

export interface RoundToCheck {
  readonly groupingId: GroupingId
  /** The first day the run leaves, on which its establishments must be members. */
  readonly onDay: CalendarDate
  /** Without it the hours of the docks do not matter: somebody is called for an urgent course. */
  readonly departsAt?: LocalTime
  readonly stops: readonly StopToCheck[]
}

/**
 * Refuses a round that could not be driven: a stop at somebody who is no member, at a delivery point
 * of somebody else, or while that point is closed. Every wrong field is named at once.
 * @throws DomainError `invalid-input`
 */
export async function checkStops(tx: Tx, round: RoundToCheck): Promise<void> {
  const points = new Map(
    (
      await tx.deliveryPoint.findMany({
        where: { id: { in: round.stops.map(({ deliveryPointId }) => deliveryPointId) } },
      })
    ).map((point) => [point.id, point]),
  )
  const errors: FieldError[] = []
  for (const [i, stop] of round.stops.entries()) {
    const member = EstablishmentId.parse(stop.establishmentId)
    if (!(await memberOn(tx, round.groupingId, member, round.onDay))) {
      const message = `This establishment is not a member of the grouping on ${round.onDay}`
      errors.push({ path: `stops.${i}.establishmentId`, message })
      continue
    }
    const fault = faultOfPoint(points.get(stop.deliveryPointId), stop, round.departsAt)
    if (fault !== undefined) errors.push({ path: `stops.${i}.deliveryPointId`, message: fault })
  }
  const [first] = errors
  if (first !== undefined) throw new DomainError('invalid-input', first.message, { errors })
}

interface Point {
  readonly establishmentId: string
  readonly name: string
  readonly opensAt: string
  readonly closesAt: string
}

function faultOfPoint(
  point: Point | undefined,
  stop: StopToCheck,
  departsAt: LocalTime | undefined,
): string | undefined {
  if (point === undefined || point.establishmentId !== stop.establishmentId) {
    return 'This delivery point does not belong to the establishment of the stop'
  }
  if (departsAt === undefined) return undefined
  const minutes = minutesOf(departsAt) + stop.offsetMinutes
  const isOpen = minutes >= minutesOf(point.opensAt) && minutes <= minutesOf(point.closesAt)
  return isOpen
    ? undefined
    : `The run would pass at ${passageTime(departsAt, stop.offsetMinutes)}, but "${point.name}" is open from ${point.opensAt} to ${point.closesAt}`
}
