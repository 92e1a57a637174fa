export const MONTHS = 12

/** `2026-01` to `2026-12`. */
export const monthsOfYear = (year: number): readonly string[] =>
  Array.from({ length: MONTHS }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)

/** The name of a month alone, `janv.`: the year is in the title. */
export const monthName = (locale: string, month: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )
