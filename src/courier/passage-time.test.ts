import { describe, expect, test } from 'vitest'
import { calendarDate, instantAt, localTime } from '../kernel/calendar.js'
import { minutesOf, passageAt, passageTime } from './passage-time.js'
import { plannedStops } from './planned-stops.js'

describe('the hour a run passes', () => {
  test('is counted in minutes of the day, and starts again at midnight', () => {
    expect(minutesOf('06:30')).toBe(390)
    expect(passageTime(localTime('10:30'), 45)).toBe('11:15')
    expect(passageTime(localTime('23:50'), 20)).toBe('00:10')
  })

  test('is as far down the road on the night clocks change', () => {
    const departsAt = instantAt(calendarDate('2026-03-29'), localTime('01:30'))
    expect(passageAt(departsAt, 60)).toEqual(new Date('2026-03-29T01:30:00Z'))
  })
})

test('stops are numbered without the establishments that have left', () => {
  const stop = (establishmentId: string, offsetMinutes: number) => ({
    establishmentId,
    deliveryPointId: `${establishmentId} dock`,
    offsetMinutes,
    delivers: true,
    collectsSpecimens: false,
  })
  const departure = {
    serviceOn: calendarDate('2026-03-12'),
    departsAt: new Date('2026-03-12T09:30:00Z'),
  }
  const stops = [stop('a', 10), stop('b', 20), stop('c', 30)]
  expect(plannedStops(stops, departure, (one) => one !== 'b')).toMatchObject([
    { establishmentId: 'a', position: 1, plannedAt: new Date('2026-03-12T09:40:00Z') },
    { establishmentId: 'c', position: 2, plannedAt: new Date('2026-03-12T10:00:00Z') },
  ])
})
