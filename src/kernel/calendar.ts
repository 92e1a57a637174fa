import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** ISO 8601 counts a year 0; PostgreSQL does not know it. */
const isAfterYear0 = (text: string): boolean => !text.startsWith('0000')
const YEAR_0 = 'There is no year 0000'

/** A civil day, `YYYY-MM-DD`, without a time zone: an expiry, a membership's first day. */
export const CalendarDate = z.iso.date().refine(isAfterYear0, YEAR_0).brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** A month, `YYYY-MM`: an accounting period. */
export const YearMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month such as "2026-03"')
  .refine(isAfterYear0, YEAR_0)
  .brand<'YearMonth'>()
export type YearMonth = z.infer<typeof YearMonth>

/** A wall-clock time, `HH:MM`, in the grouping's time zone. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as "10:30"')
  .brand<'LocalTime'>()
export type LocalTime = z.infer<typeof LocalTime>

/** An instant received on the wire: RFC 3339, with its offset. */
export const InstantInput = z.iso
  .datetime({ offset: true, error: 'An instant such as "2026-03-12T08:30:00Z"' })
  .refine(isAfterYear0, YEAR_0)
  .transform((text) => new Date(text))
/** An instant sent on the wire: RFC 3339 UTC. */
export const InstantView = z.iso.datetime()

/** Where the groupings live; the default of `Grouping.timeZone`. */
export const PARIS = 'Europe/Paris'

export const calendarDate = (text: string): CalendarDate => CalendarDate.parse(text)
export const yearMonth = (text: string): YearMonth => YearMonth.parse(text)
export const localTime = (text: string): LocalTime => LocalTime.parse(text)

/** The civil day of an instant, as seen in `timeZone`. */
export function dayOf(instant: Date, timeZone: string = PARIS): CalendarDate {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return calendarDate(zoned.toPlainDate().toString())
}

/** The month of an instant, as seen in `timeZone`. */
export const monthOf = (instant: Date, timeZone: string = PARIS): YearMonth =>
  yearMonth(dayOf(instant, timeZone).slice(0, 7))

/** The instant of a wall-clock time; in a spring gap the time moves forward by the gap. */
export function instantAt(day: CalendarDate, time: LocalTime, timeZone: string = PARIS): Date {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(
    wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
  )
}

export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  calendarDate(Temporal.PlainDate.from(day).add({ days }).toString())

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: CalendarDate): number => Temporal.PlainDate.from(day).dayOfWeek

export const firstDayOf = (month: YearMonth): CalendarDate => calendarDate(`${month}-01`)
export const lastDayOf = (month: YearMonth): CalendarDate =>
  addDays(firstDayOf(nextMonth(month)), -1)
export const daysIn = (month: YearMonth): number => Temporal.PlainYearMonth.from(month).daysInMonth
export const nextMonth = (month: YearMonth): YearMonth =>
  yearMonth(Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString())
export const previousMonth = (month: YearMonth): YearMonth =>
  yearMonth(Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString())

/** PostgreSQL `date` columns reach us as midnight UTC. */
export const dateColumn = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`)
export const fromDateColumn = (column: Date): CalendarDate =>
  calendarDate(column.toISOString().slice(0, 10))

/** Injected wherever the time matters; tests and the demo bring their own. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()
