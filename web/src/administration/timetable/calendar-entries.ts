import { plannedDepartures, type RunPattern } from '../../../../src/courier/recurrence.js'
import type { RunSummary } from '../../../../src/courier/run-schema.js'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  localTime,
  weekdayOf,
} from '../../../../src/kernel/calendar.js'
import { publicHolidays } from '../../../../src/kernel/public-holidays.js'

/** What one recurring run does on one day of its pattern; `single` follows no timetable. */
export interface CalendarEntry {
  readonly id: string
  readonly day: CalendarDate
  readonly name: string
  readonly template?: RunTemplateView
  readonly what: 'runs' | 'moved' | 'cancelled' | 'held' | 'holiday' | 'single'
  /** The instant it leaves, when it does. */
  readonly departsAt?: string
  readonly reason?: string
}

const dayOrNull = (day: string | null): CalendarDate | null =>
  day === null ? null : calendarDate(day)

export function patternOf(template: RunTemplateView): RunPattern {
  return {
    ...template,
    departsAt: localTime(template.departsAt),
    validFrom: calendarDate(template.validFrom),
    validTo: dayOrNull(template.validTo),
    heldFrom: dayOrNull(template.heldFrom),
    heldTo: dayOrNull(template.heldTo),
    exceptions: template.exceptions.map(({ onDay, departsAt }) =>
      departsAt === null
        ? { kind: 'cancelled', onDay: calendarDate(onDay) }
        : { kind: 'moved', onDay: calendarDate(onDay), departsAt: localTime(departsAt) },
    ),
  }
}

/**
 * What a template does between two days, both included: the planner's own function says when it leaves,
 * and what is left of its weekdays says why it does not.
 */
export function templateEntries(
  template: RunTemplateView,
  from: CalendarDate,
  to: CalendarDate,
): CalendarEntry[] {
  const pattern = patternOf(template)
  const departures = new Map(
    plannedDepartures(pattern, from, to).map(({ serviceOn, departsAt }) => [serviceOn, departsAt]),
  )
  const entries: CalendarEntry[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isOfPattern(pattern, day)) continue
    const departsAt = departures.get(day)
    const exception = template.exceptions.find(({ onDay }) => onDay === day)
    const shared = { id: `${template.id} ${day}`, day, name: template.name, template }
    const reason = exception && { reason: exception.reason }
    if (departsAt === undefined) {
      entries.push({ ...shared, what: whyNot(pattern, day, exception !== undefined), ...reason })
    } else {
      const what = exception === undefined ? 'runs' : 'moved'
      entries.push({ ...shared, what, departsAt: departsAt.toISOString(), ...reason })
    }
  }
  return entries
}

const isOfPattern = ({ weekdays, validFrom, validTo }: RunPattern, day: CalendarDate): boolean =>
  weekdays.includes(weekdayOf(day)) && day >= validFrom && (validTo === null || day <= validTo)

function whyNot(
  { heldFrom, heldTo }: RunPattern,
  day: CalendarDate,
  isExcepted: boolean,
): CalendarEntry['what'] {
  if (heldFrom !== null && day >= heldFrom && (heldTo === null || day <= heldTo)) return 'held'
  return isExcepted ? 'cancelled' : 'holiday'
}

const GIVEN_UP = new Set(['aborted', 'cancelled'])

/** Runs that somebody planned by hand, outside any timetable. */
export const singleEntries = (runs: readonly RunSummary[]): CalendarEntry[] =>
  runs
    .filter(({ templateId, state }) => templateId === null && !GIVEN_UP.has(state))
    .map(({ id, serviceOn, name, number, departsAt }) => ({
      id,
      day: calendarDate(serviceOn),
      name: `${name} (${number})`,
      what: 'single',
      departsAt,
    }))

/** The name of the holiday a day is, if it is one. */
export const holidayOn = (day: CalendarDate): string | undefined =>
  publicHolidays(Number(day.slice(0, 4))).get(day)

/** The Monday of the week a day is in. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - weekdayOf(day))
