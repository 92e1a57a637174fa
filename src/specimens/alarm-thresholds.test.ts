import { describe, expect, test } from 'vitest'
import { alarmsDue, EXPECTED_LATE } from './alarm-thresholds.js'

const deadlineAt = new Date('2026-03-12T12:00:00Z')
const ahead = (minutes: number) => new Date(deadlineAt.getTime() - minutes * 60_000)

describe('the alarms due', () => {
  test.each([
    [121, []],
    [120, [120]],
    [61, [120]],
    [60, [60]],
    [30, [30]],
    [1, [30]],
    [0, [0]],
    [-500, [0]],
  ])('%i minutes before the deadline', (minutes, due) => {
    expect(alarmsDue({ deadlineAt, expectedAt: null, now: ahead(minutes) })).toEqual(due)
  })

  test('include lateness as soon as the arrival with its margin comes after the deadline', () => {
    const now = ahead(300)
    expect(alarmsDue({ deadlineAt, expectedAt: ahead(15), now })).toEqual([])
    expect(alarmsDue({ deadlineAt, expectedAt: ahead(14), now })).toEqual([EXPECTED_LATE])
    expect(alarmsDue({ deadlineAt, expectedAt: ahead(-30), now: ahead(90) })).toEqual([
      EXPECTED_LATE,
      120,
    ])
  })
})
