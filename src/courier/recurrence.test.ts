import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { addDays, calendarDate, dayOf, localTime, weekdayOf } from '../kernel/calendar.js'
import { isPublicHoliday } from '../kernel/public-holidays.js'
import { nextRunFor, plannedDepartures, type RunPattern } from './recurrence.js'

const day = calendarDate
const weekdays: RunPattern = {
  weekdays: [1, 2, 3, 4, 5],
  departsAt: localTime('10:30'),
  cutoffMinutes: 90,
  skipsPublicHolidays: true,
  validFrom: day('2026-01-01'),
  validTo: null,
  heldFrom: null,
  heldTo: null,
  exceptions: [],
}
const days = (pattern: RunPattern, from: string, to: string) =>
  plannedDepartures(pattern, day(from), day(to)).map(({ serviceOn }) => serviceOn)

describe('plannedDepartures', () => {
  test('runs on its weekdays, at its local time, with its cut-off', () => {
    expect(plannedDepartures(weekdays, day('2026-03-13'), day('2026-03-16'))).toEqual([
      {
        serviceOn: '2026-03-13',
        departsAt: new Date('2026-03-13T09:30:00Z'),
        cutoffAt: new Date('2026-03-13T08:00:00Z'),
      },
      {
        serviceOn: '2026-03-16',
        departsAt: new Date('2026-03-16T09:30:00Z'),
        cutoffAt: new Date('2026-03-16T08:00:00Z'),
      },
    ])
  })

  test('keeps its wall-clock time when summer time starts and ends', () => {
    const daily = { ...weekdays, weekdays: [6, 7] }
    const departures = (from: string, to: string) =>
      plannedDepartures(daily, day(from), day(to)).map(({ departsAt }) => departsAt.toISOString())
    expect(departures('2026-03-28', '2026-03-29')).toEqual([
      '2026-03-28T09:30:00.000Z',
      '2026-03-29T08:30:00.000Z',
    ])
    expect(departures('2026-10-24', '2026-10-25')).toEqual([
      '2026-10-24T08:30:00.000Z',
      '2026-10-25T09:30:00.000Z',
    ])
  })

  test('leaves once on the night that lacks its hour, and once on the night that has it twice', () => {
    const night = { ...weekdays, weekdays: [7], departsAt: localTime('02:30'), cutoffMinutes: 60 }
    expect(plannedDepartures(night, day('2026-03-29'), day('2026-03-29'))).toMatchObject([
      { departsAt: new Date('2026-03-29T01:30:00Z'), cutoffAt: new Date('2026-03-29T00:30:00Z') },
    ])
    expect(plannedDepartures(night, day('2026-10-25'), day('2026-10-25'))).toMatchObject([
      { departsAt: new Date('2026-10-25T00:30:00Z'), cutoffAt: new Date('2026-10-24T23:30:00Z') },
    ])
  })

  test('follows the time zone of its grouping', () => {
    const reunion = { ...weekdays, timeZone: 'Indian/Reunion' }
    expect(plannedDepartures(reunion, day('2026-07-01'), day('2026-07-01'))).toMatchObject([
      { departsAt: new Date('2026-07-01T06:30:00Z') },
    ])
  })

  test('skips public holidays, or not', () => {
    expect(days(weekdays, '2026-05-13', '2026-05-15')).toEqual(['2026-05-13', '2026-05-15'])
    const always = { ...weekdays, skipsPublicHolidays: false }
    expect(days(always, '2026-05-13', '2026-05-15')).toContain('2026-05-14')
  })

  test('runs from its first to its last day of validity, both included', () => {
    const spring = { ...weekdays, validFrom: day('2026-03-10'), validTo: day('2026-03-12') }
    expect(days(spring, '2026-03-02', '2026-03-31')).toEqual([
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
    ])
  })

  test('runs nothing while it is held, and resumes', () => {
    const held = { ...weekdays, heldFrom: day('2026-03-10'), heldTo: day('2026-03-11') }
    expect(days(held, '2026-03-09', '2026-03-12')).toEqual(['2026-03-09', '2026-03-12'])
  })

  test('runs nothing once held without an end', () => {
    const held = { ...weekdays, heldFrom: day('2026-03-10') }
    expect(days(held, '2026-03-09', '2026-12-31')).toEqual(['2026-03-09'])
  })

  test('is cancelled or moved for one day', () => {
    const changed: RunPattern = {
      ...weekdays,
      exceptions: [
        { onDay: day('2026-03-10'), kind: 'cancelled' },
        { onDay: day('2026-03-11'), kind: 'moved', departsAt: localTime('14:00') },
      ],
    }
    expect(plannedDepartures(changed, day('2026-03-10'), day('2026-03-12'))).toMatchObject([
      {
        serviceOn: '2026-03-11',
        departsAt: new Date('2026-03-11T13:00:00Z'),
        cutoffAt: new Date('2026-03-11T11:30:00Z'),
      },
      { serviceOn: '2026-03-12', departsAt: new Date('2026-03-12T09:30:00Z') },
    ])
  })

  test('a day moved by hand runs on a public holiday, never while held nor off its weekdays', () => {
    const exceptions = ['2026-05-14', '2026-05-15', '2026-05-16'].map((onDay) => ({
      onDay: day(onDay),
      kind: 'moved' as const,
      departsAt: localTime('09:00'),
    }))
    const changed = { ...weekdays, exceptions, heldFrom: day('2026-05-15') }
    expect(days(changed, '2026-05-14', '2026-05-16')).toEqual(['2026-05-14'])
  })

  test('plans nothing when the interval is empty', () => {
    expect(days(weekdays, '2026-03-12', '2026-03-11')).toEqual([])
  })

  const somePattern = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    cutoffMinutes: fc.nat(2000),
    skipsPublicHolidays: fc.boolean(),
    hour: fc.nat(23),
  })
  test.prop([somePattern, fc.nat(700), fc.nat(60)])(
    'runs once on each right day and on no other, in order, with the cut-off before',
    ({ hour, ...rest }, start, length) => {
      const pattern = {
        ...weekdays,
        ...rest,
        departsAt: localTime(`${String(hour).padStart(2, '0')}:15`),
      }
      const from = addDays(weekdays.validFrom, start)
      const expected = Array.from({ length: length + 1 }, (_, i) => addDays(from, i)).filter(
        (one) =>
          rest.weekdays.includes(weekdayOf(one)) &&
          !(rest.skipsPublicHolidays && isPublicHoliday(one)),
      )
      const planned = plannedDepartures(pattern, from, addDays(from, length))
      expect(planned.map(({ serviceOn }) => serviceOn)).toEqual(expected)
      for (const { serviceOn, departsAt, cutoffAt } of planned) {
        expect(dayOf(departsAt)).toBe(serviceOn)
        expect(departsAt.getTime() - cutoffAt.getTime()).toBe(rest.cutoffMinutes * 60_000)
      }
    },
  )
})

describe('nextRunFor', () => {
  const runs = plannedDepartures(weekdays, day('2026-03-12'), day('2026-03-13'))

  test('is the run of the day until its cut-off, included', () => {
    expect(nextRunFor(new Date('2026-03-12T08:00:00Z'), runs)?.serviceOn).toBe('2026-03-12')
  })

  test('is the next run one millisecond later', () => {
    expect(nextRunFor(new Date('2026-03-12T08:00:00.001Z'), runs)?.serviceOn).toBe('2026-03-13')
  })

  test('is none when every cut-off is passed', () => {
    expect(nextRunFor(new Date('2026-03-14T00:00:00Z'), runs)).toBeUndefined()
  })

  test('is the first to leave, whatever the order of the rows', () => {
    expect(nextRunFor(new Date('2026-03-01T00:00:00Z'), runs.toReversed())?.serviceOn).toBe(
      '2026-03-12',
    )
  })
})
