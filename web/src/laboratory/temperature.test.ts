import { expect, test } from 'vitest'
import { isWithin, limitsOf, parseTemperature } from './temperature.js'

test('a reading is typed with a comma, a point or a real minus', () => {
  expect(parseTemperature('5,2')).toBe(52)
  expect(parseTemperature(' 5.2 ')).toBe(52)
  expect(parseTemperature('−18')).toBe(-180)
  expect(parseTemperature('-0,5')).toBe(-5)
})

test('what is not a temperature is not one', () => {
  for (const text of ['', 'froid', '5,22', '1000', '5 2']) {
    expect(parseTemperature(text)).toBeUndefined()
  }
})

test('limits belong to the range, and a class without a range has none', () => {
  expect(isWithin('cold', 20)).toBe(true)
  expect(isWithin('cold', 81)).toBe(false)
  expect(isWithin('frozen', -190)).toBe(true)
  expect(isWithin('body', 900)).toBe(true)
  expect(limitsOf('cold', String)).toBe('2–8\u00a0°C')
  expect(limitsOf('frozen', String)).toBe('≤\u00a0-18\u00a0°C')
  expect(limitsOf('body', String)).toBeUndefined()
})
