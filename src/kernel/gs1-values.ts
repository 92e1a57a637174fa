import {
  type CalendarDate,
  CalendarDate as CalendarDateSchema,
  lastDayOf,
  yearMonth,
} from './calendar.js'
import { hasGs1Key } from './codes.js'
import type { Gs1Component, Gs1Identifier } from './gs1-identifiers.js'

// GS1 General Specifications, §7.11: the characters each kind of value may hold.
const CHARSETS: Record<Gs1Component['charset'], RegExp> = {
  N: /^\d*$/,
  X: /^[!-"%-?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[A-Za-z0-9_=-]*$/,
}

const CHARSET_NAMES: Record<Gs1Component['charset'], string> = {
  N: 'digits',
  X: 'letters without accents, digits and common signs',
  Y: 'capital letters, digits, #, - and /',
  Z: 'base64url characters',
}

// The century does not change which days exist: 2000 is a leap year, and no value means 1900 or 2100.
const isDay = (yyyymmdd: string): boolean =>
  CalendarDateSchema.safeParse(
    `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6)}`,
  ).success
const isShortDate = (yymmdd: string): boolean => isDay(`20${yymmdd}`)
const isBelow = (limit: number) => (value: string) => Number(value) < limit

const CHECKS: Record<string, readonly [isRight: (value: string) => boolean, problem: string]> = {
  key: [hasGs1Key, 'its check digit is wrong'],
  date: [isShortDate, 'it is not a date'],
  // Day 00 stands for the last day of the month.
  date0: [(value) => isShortDate(value.replace(/00$/, '01')), 'it is not a date'],
  day: [isDay, 'it is not a date'],
  time: [(value) => /^([01]\d|2[0-3])[0-5]\d$/.test(value), 'it is not a time'],
  hour: [isBelow(24), 'it is not an hour'],
  sixty: [isBelow(60), 'it is not a time'],
  flag: [(value) => /^[01]$/.test(value), 'it must be 0 or 1'],
  hyphen: [(value) => value === '-', 'it may only end with a minus sign'],
  zero: [(value) => value === '0', 'it must begin with 0'],
  positive: [(value) => Number(value) > 0, 'it cannot be zero'],
  unpadded: [(value) => value === '0' || !value.startsWith('0'), 'it cannot begin with 0'],
  piece: [isPieceOfTotal, 'its piece number exceeds its total'],
}

function isPieceOfTotal(value: string): boolean {
  const [piece, total] = [Number(value.slice(0, 2)), Number(value.slice(2))]
  return piece > 0 && piece <= total
}

/** The longest value an identifier takes. */
export const maxValueLength = ({ components }: Gs1Identifier): number =>
  components.reduce((total, { maxLength }) => total + maxLength, 0)

/** What is wrong with a value, in words that complete "(10) is refused: …"; undefined when it is right. */
export function valueProblem(identifier: Gs1Identifier, value: string): string | undefined {
  if (value.length > maxValueLength(identifier)) {
    return `it has more than ${maxValueLength(identifier)} characters`
  }
  let rest = value
  for (const component of identifier.components) {
    if (rest === '' && component.isOptional) break
    const part = rest.slice(0, component.maxLength)
    rest = rest.slice(component.maxLength)
    const problem = partProblem(component, part)
    if (problem !== undefined) return problem
  }
  return rest === '' ? undefined : 'it is too long'
}

function partProblem(component: Gs1Component, part: string): string | undefined {
  if (!CHARSETS[component.charset].test(part)) {
    return `it may only hold ${CHARSET_NAMES[component.charset]}`
  }
  if (part.length < component.minLength) return 'it is too short'
  if (component.check === undefined) return undefined
  const [isRight, problem] = CHECKS[component.check] ?? [() => false, 'it cannot be checked']
  return isRight(part) ? undefined : problem
}

/**
 * The civil day of a YYMMDD value; day 00 is the last of the month. The century is the one that puts
 * the year within 49 years before and 50 after `today` (GS1 General Specifications, §7.12).
 * @throws ZodError when it is not a date: check the value first
 */
export function gs1Date(yymmdd: string, today: CalendarDate): CalendarDate {
  const current = Number(today.slice(0, 4))
  const sameCentury = current - (current % 100) + Number(yymmdd.slice(0, 2))
  const distance = sameCentury - current
  const year =
    distance >= 51 ? sameCentury - 100 : distance <= -50 ? sameCentury + 100 : sameCentury
  const month = yearMonth(`${year}-${yymmdd.slice(2, 4)}`)
  const day = yymmdd.slice(4)
  return day === '00' ? lastDayOf(month) : CalendarDateSchema.parse(`${month}-${day}`)
}
