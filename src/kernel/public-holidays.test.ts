import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { addDays, calendarDate, weekdayOf } from './calendar.js'
import { isPublicHoliday, publicHolidays } from './public-holidays.js'

const year = fc.integer({ min: 1970, max: 2200 })

describe('publicHolidays', () => {
  test('lists the eleven holidays of 2026', () => {
    expect([...publicHolidays(2026)]).toEqual([
      ['2026-01-01', 'Jour de l’An'],
      ['2026-04-06', 'Lundi de Pâques'],
      ['2026-05-01', 'Fête du Travail'],
      ['2026-05-08', 'Victoire 1945'],
      ['2026-05-14', 'Ascension'],
      ['2026-05-25', 'Lundi de Pentecôte'],
      ['2026-07-14', 'Fête nationale'],
      ['2026-08-15', 'Assomption'],
      ['2026-11-01', 'Toussaint'],
      ['2026-11-11', 'Armistice 1918'],
      ['2026-12-25', 'Noël'],
    ])
  })

  test.each([
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ])('knows that Easter fell or falls on %s', (sunday) => {
    const monday = addDays(calendarDate(sunday), 1)
    expect(publicHolidays(Number(sunday.slice(0, 4))).get(monday)).toBe('Lundi de Pâques')
  })

  test('keeps both names when two holidays meet', () => {
    expect(publicHolidays(2008).get(calendarDate('2008-05-01'))).toBe(
      'Fête du Travail et Ascension',
    )
    expect(publicHolidays(2008).size).toBe(10)
  })

  test.prop([year])('puts Ascension on a Thursday, Easter and Whit holidays on a Monday', (y) => {
    const dayOfName = (wanted: string) =>
      [...publicHolidays(y)].find(([, name]) => name.includes(wanted))?.[0] ?? calendarDate('')
    expect(weekdayOf(dayOfName('Ascension'))).toBe(4)
    expect(weekdayOf(dayOfName('Pâques'))).toBe(1)
    expect(weekdayOf(dayOfName('Pentecôte'))).toBe(1)
  })
})

test('a working day is not a public holiday', () => {
  expect(isPublicHoliday(calendarDate('2026-05-14'))).toBe(true)
  expect(isPublicHoliday(calendarDate('2026-05-15'))).toBe(false)
  // Easter itself is a Sunday, and not in the list of the law.
  expect(isPublicHoliday(calendarDate('2026-04-05'))).toBe(false)
})
