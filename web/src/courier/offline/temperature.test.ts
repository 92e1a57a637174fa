import { describe, expect, test } from 'vitest'
import { isExcursion, parseTemperature } from './temperature.js'

describe('a temperature typed on the road', () => {
  test.each([
    ['5,2', 52],
    ['5.2', 52],
    [' 5 ', 50],
    ['-18', -180],
    ['−18,4', -184],
    ['+4', 40],
  ])('%j is %i tenths of a degree', (text, deci) => {
    expect(parseTemperature(text)).toBe(deci)
  })

  test.each(['', 'froid', '5,25', '5,', '101', '-201', '4-5'])('%j is not one', (text) => {
    expect(parseTemperature(text)).toBeUndefined()
  })
})

test('a reading is held against the limits of its class', () => {
  expect([19, 20, 80, 81].map((deci) => isExcursion('cold', deci))).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect([-181, -180, -179].map((deci) => isExcursion('frozen', deci))).toEqual([
    false,
    false,
    true,
  ])
  expect(isExcursion('melting-ice', 900)).toBe(false)
  expect(isExcursion(null, 900)).toBe(false)
})
