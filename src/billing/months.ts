import {
  dateColumn,
  firstDayOf,
  fromDateColumn,
  type YearMonth,
  yearMonth,
} from '../kernel/calendar.js'

/** A month is stored as its first day. */
export const monthColumn = (month: YearMonth): Date => dateColumn(firstDayOf(month))
export const fromMonthColumn = (column: Date): YearMonth =>
  yearMonth(fromDateColumn(column).slice(0, 7))
