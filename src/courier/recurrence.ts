import {
  addDays,
  type CalendarDate,
  instantAt,
  type LocalTime,
  PARIS,
  weekdayOf,
} from '../kernel/calendar.js'
import { isPublicHoliday } from '../kernel/public-holidays.js'

/** What happens on one day instead of the pattern. */
export type TemplateException =
  | { readonly onDay: CalendarDate; readonly kind: 'cancelled' }
  | { readonly onDay: CalendarDate; readonly kind: 'moved'; readonly departsAt: LocalTime }

/** The timetable of a run (tournée). Every interval of days includes both its ends. */
export interface RunPattern {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  readonly departsAt: LocalTime
  readonly timeZone?: string
  readonly cutoffMinutes: number
  readonly skipsPublicHolidays: boolean
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
  /** Nothing leaves from `heldFrom`; without `heldTo`, until it is resumed. */
  readonly heldFrom: CalendarDate | null
  readonly heldTo: CalendarDate | null
  readonly exceptions: readonly TemplateException[]
}

export interface PlannedDeparture {
  readonly serviceOn: CalendarDate
  readonly departsAt: Date
  /** The last instant at which an order still goes with this run. */
  readonly cutoffAt: Date
}

/**
 * The departures from `fromDay` to `toDay`, both included, in order. A held or lapsed template runs
 * nothing; a day moved by hand runs even on a public holiday, because somebody decided that very day.
 */
export function plannedDepartures(
  pattern: RunPattern,
  fromDay: CalendarDate,
  toDay: CalendarDate,
): PlannedDeparture[] {
  const departures: PlannedDeparture[] = []
  const first = fromDay > pattern.validFrom ? fromDay : pattern.validFrom
  const last = pattern.validTo !== null && pattern.validTo < toDay ? pattern.validTo : toDay
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const time = departureTimeOn(pattern, day)
    if (time !== undefined) departures.push(departure(pattern, day, time))
  }
  return departures
}

/**
 * The run an order placed at `instant` goes with: the first to leave among those whose cut-off is
 * not passed. At the very instant of the cut-off the order is still in time.
 */
export function nextRunFor<Run extends Pick<PlannedDeparture, 'departsAt' | 'cutoffAt'>>(
  instant: Date,
  runs: readonly Run[],
): Run | undefined {
  return runs
    .filter((run) => run.cutoffAt.getTime() >= instant.getTime())
    .toSorted((a, b) => a.departsAt.getTime() - b.departsAt.getTime())[0]
}

function departureTimeOn(pattern: RunPattern, day: CalendarDate): LocalTime | undefined {
  if (!pattern.weekdays.includes(weekdayOf(day)) || isHeld(pattern, day)) return undefined
  const exception = pattern.exceptions.find(({ onDay }) => onDay === day)
  switch (exception?.kind) {
    case 'cancelled':
      return undefined
    case 'moved':
      return exception.departsAt
    case undefined:
      return pattern.skipsPublicHolidays && isPublicHoliday(day) ? undefined : pattern.departsAt
  }
}

function isHeld({ heldFrom, heldTo }: RunPattern, day: CalendarDate): boolean {
  return heldFrom !== null && day >= heldFrom && (heldTo === null || day <= heldTo)
}

function departure(pattern: RunPattern, day: CalendarDate, time: LocalTime): PlannedDeparture {
  const departsAt = instantAt(day, time, pattern.timeZone ?? PARIS)
  // Elapsed minutes, not wall-clock ones: a preparation takes as long on the night clocks change.
  const cutoffAt = new Date(departsAt.getTime() - pattern.cutoffMinutes * 60_000)
  return { serviceOn: day, departsAt, cutoffAt }
}
