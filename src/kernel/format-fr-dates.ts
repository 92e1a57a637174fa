import type { CalendarDate, YearMonth } from './calendar.js'
import { dayOf, PARIS, weekdayOf } from './calendar.js'
import { FIXED_SPACE, frInteger } from './format-fr.js'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** `2026-03-12` → « 12/03/2026 ». */
export const frDate = (day: CalendarDate): string =>
  `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const monthName = (text: string): string => MONTHS[Number(text.slice(5, 7)) - 1] ?? ''

/** `2026-03` → « mars 2026 ». */
export const frMonth = (month: YearMonth): string =>
  `${monthName(month)}${FIXED_SPACE}${month.slice(0, 4)}`

/** `2026-03-01` → « dimanche 1er mars 2026 ». */
export function frLongDate(day: CalendarDate): string {
  const number = Number(day.slice(8, 10))
  const ordinal = number === 1 ? '1er' : String(number)
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? ''
  return `${weekday} ${ordinal}${FIXED_SPACE}${monthName(day)} ${day.slice(0, 4)}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a hundred times more than using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** The wall-clock time of an instant, « 10:42 ». */
export const frTime = (instant: Date, timeZone: string = PARIS): string =>
  clockOf(timeZone).format(instant)

/** « 12/03/2026 10:42 », as the wall clock of `timeZone` showed it. */
export const frDateTime = (instant: Date, timeZone: string = PARIS): string =>
  `${frDate(dayOf(instant, timeZone))}${FIXED_SPACE}${frTime(instant, timeZone)}`

/** Minutes → « 45 min », « 1 h 28 », « 26 h 00 ». Negative minutes are refused: « en retard de » is the caller's word. @throws RangeError */
export function frDuration(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError('Whole minutes, zero or more')
  const rest = minutes % 60
  if (minutes < 60) return `${minutes}${FIXED_SPACE}min`
  return `${frInteger((minutes - rest) / 60)}${FIXED_SPACE}h${FIXED_SPACE}${String(rest).padStart(2, '0')}`
}
