import { expect, test } from 'vitest'
import { deadlineScale } from './deadline-scale.js'

const HOUR = 3_600_000

test('late ones stand left of now, the rest right of it', () => {
  const { percent } = deadlineScale([-HOUR, 2 * HOUR])
  expect(percent(-HOUR)).toBeLessThan(percent(0))
  expect(percent(2 * HOUR)).toBeGreaterThan(percent(0))
})

test('one far deadline does not flatten the others', () => {
  const { percent, isBeyond } = deadlineScale([HOUR, 90 * HOUR])
  expect(isBeyond(90 * HOUR)).toBe(true)
  expect(percent(90 * HOUR)).toBe(100)
  expect(percent(HOUR) - percent(0)).toBeGreaterThan(7)
})

test('now is always a tick, and ticks stay few', () => {
  for (const ahead of [0.2, 1, 5, 11]) {
    const { ticks } = deadlineScale([ahead * HOUR, -0.3 * HOUR])
    expect(ticks.some((tick) => tick === 0)).toBe(true)
    expect(ticks.length).toBeLessThanOrEqual(9)
  }
})
