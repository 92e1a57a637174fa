import { describe, expect, test } from 'vitest'
import { instantOf, minuteOf, wallClock } from './paris-time.js'

describe('the clock on the ward’s wall', () => {
  test('reads an instant in winter and in summer', () => {
    expect(wallClock(Date.parse('2026-11-30T06:15:00Z'))).toEqual({
      day: '2026-11-30',
      time: '07:15',
    })
    expect(wallClock(Date.parse('2026-07-01T22:30:00Z'))).toEqual({
      day: '2026-07-02',
      time: '00:30',
    })
  })

  test('gives back the instant of what was typed', () => {
    expect(instantOf('2026-11-30', '7:15')).toBe(Date.parse('2026-11-30T06:15:00Z'))
    expect(instantOf('2026-07-02', '0030')).toBe(Date.parse('2026-07-01T22:30:00Z'))
    expect(instantOf('2026-11-30', '25:00')).toBeUndefined()
    expect(instantOf('2026-11-30', '')).toBeUndefined()
  })

  test('keeps whole minutes', () => {
    expect(minuteOf(Date.parse('2026-11-30T06:15:59.900Z'))).toBe(
      Date.parse('2026-11-30T06:15:00Z'),
    )
  })
})
