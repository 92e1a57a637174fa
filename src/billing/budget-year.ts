import { type YearMonth, yearMonth } from '../kernel/calendar.js'
import { MONTHS_IN_YEAR } from './budget-schema.js'

/** January to December of a fiscal year. */
export const monthsOf = (year: number): YearMonth[] =>
  Array.from({ length: MONTHS_IN_YEAR }, (_, index) =>
    yearMonth(`${year}-${String(index + 1).padStart(2, '0')}`),
  )
