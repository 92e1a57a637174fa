import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  addDays,
  CalendarDate,
  calendarDate,
  dateColumn,
  dayOf,
  daysBetween,
  daysIn,
  firstDayOf,
  fromDateColumn,
  InstantInput,
  instantAt,
  LocalTime,
  lastDayOf,
  localTime,
  monthOf,
  nextMonth,
  previousMonth,
  systemClock,
  weekdayOf,
  YearMonth,
  yearMonth,
} from './calendar.js'

const epoch = calendarDate('2000-01-01')
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(epoch, days))
const anyMonth = anyDay.map((day) => yearMonth(day.slice(0, 7)))

describe('what people type', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '12/03/2026'])(
    'is not a day: "%s"',
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false)
    },
  )

  test.each(['2026-13', '2026-00', '2026-3', '2026-03-01'])('is not a month: "%s"', (text) => {
    expect(YearMonth.safeParse(text).success).toBe(false)
  })

  test.each(['24:00', '9:30', '10:60', '10:30:00', '10h30'])('is not a time: "%s"', (text) => {
    expect(LocalTime.safeParse(text).success).toBe(false)
  })

  test('is an instant only with its offset', () => {
    expect(InstantInput.parse('2026-03-12T09:30:00+01:00')).toEqual(
      new Date('2026-03-12T08:30:00Z'),
    )
    expect(InstantInput.safeParse('2026-03-12T09:30:00').success).toBe(false)
    expect(InstantInput.safeParse('2026-03-12').success).toBe(false)
  })
})

describe('the day of an instant', () => {
  test('is that of Paris, not of Greenwich', () => {
    expect(dayOf(new Date('2026-03-12T23:30:00Z'))).toBe('2026-03-13')
    expect(dayOf(new Date('2026-07-12T22:30:00Z'))).toBe('2026-07-13')
    expect(dayOf(new Date('2026-03-12T23:30:00Z'), 'UTC')).toBe('2026-03-12')
  })

  test('puts the last evening of a month in the right month', () => {
    expect(monthOf(new Date('2026-03-31T21:59:59Z'))).toBe('2026-03')
    expect(monthOf(new Date('2026-03-31T22:00:00Z'))).toBe('2026-04')
  })
})

describe('the instant of a wall-clock time', () => {
  const at = (day: string, time: string, zone?: string) =>
    instantAt(calendarDate(day), localTime(time), zone).toISOString()

  test('follows winter and summer time', () => {
    expect(at('2026-01-15', '10:30')).toBe('2026-01-15T09:30:00.000Z')
    expect(at('2026-07-15', '10:30')).toBe('2026-07-15T08:30:00.000Z')
    expect(at('2026-07-15', '10:30', 'Indian/Reunion')).toBe('2026-07-15T06:30:00.000Z')
  })

  test('moves forward by the hour that spring skips', () => {
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(at('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z')
  })

  test('is the first of the two that autumn gives', () => {
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('a day that clocks change lasts 23 or 25 hours', () => {
    const hours = (day: string) =>
      (instantAt(addDays(calendarDate(day), 1), localTime('00:00')).getTime() -
        instantAt(calendarDate(day), localTime('00:00')).getTime()) /
      3_600_000
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-03-30')).toBe(24)
  })

  test.prop([anyDay, fc.nat(23), fc.nat(59)])('falls on its own day', (day, hour, minute) => {
    const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
    expect(dayOf(instantAt(day, localTime(time)))).toBe(day)
  })
})

describe('counting days', () => {
  test('knows leap years', () => {
    expect(addDays(calendarDate('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(calendarDate('2026-03-01'), -1)).toBe('2026-02-28')
    expect(daysIn(yearMonth('2028-02'))).toBe(29)
    expect(daysIn(yearMonth('2026-02'))).toBe(28)
  })

  test('knows the days of the week', () => {
    expect(weekdayOf(calendarDate('2026-11-23'))).toBe(1)
    expect(weekdayOf(calendarDate('2026-11-22'))).toBe(7)
  })

  test.prop([anyDay, fc.integer({ min: -5000, max: 5000 })])('there and back', (day, days) => {
    const other = addDays(day, days)
    expect(daysBetween(day, other)).toBe(days)
    expect(addDays(other, -days)).toBe(day)
    expect(other > day).toBe(days > 0)
  })
})

describe('months', () => {
  test('turn the year', () => {
    expect(nextMonth(yearMonth('2026-12'))).toBe('2027-01')
    expect(previousMonth(yearMonth('2026-01'))).toBe('2025-12')
  })

  test.prop([anyMonth])('run from their first to their last day', (month) => {
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    expect(first.slice(0, 7)).toBe(month)
    expect(last.slice(0, 7)).toBe(month)
    expect(daysBetween(first, last) + 1).toBe(daysIn(month))
    expect(addDays(last, 1)).toBe(firstDayOf(nextMonth(month)))
    expect(previousMonth(nextMonth(month))).toBe(month)
  })
})

test.prop([anyDay])('a day stored is the same day read, in any server time zone', (day) => {
  expect(fromDateColumn(dateColumn(day))).toBe(day)
  expect(dateColumn(day).toISOString()).toBe(`${day}T00:00:00.000Z`)
})

test('the clock of the system gives an instant', () => {
  expect(systemClock()).toBeInstanceOf(Date)
})
