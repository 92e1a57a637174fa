import { describe, expect, test } from 'vitest'
import { GS1_IDENTIFIERS } from './gs1-identifiers.js'
import { maxValueLength, valueProblem } from './gs1-values.js'

const problem = (ai: string, value: string) => {
  const identifier = GS1_IDENTIFIERS.get(ai)
  return identifier === undefined ? 'unknown' : valueProblem(identifier, value)
}

describe('a GS1 value', () => {
  test.each([
    ['7003', '2711302359'],
    ['4324', '2711000000'],
    ['4321', '1'],
    ['4330', '002500-'],
    ['4330', '002500'],
    ['7007', '260101'],
    ['7007', '260101260131'],
    ['7011', '2601011200'],
    ['7250', '20240229'],
    ['8003', '01234567890128'],
    ['8006', '034009300399460102'],
    ['8008', '26010123'],
    ['8008', '260101235959'],
    ['8011', '0'],
    ['8030', 'A-_='],
  ])('(%s) %s is right', (ai, value) => {
    expect(problem(ai, value)).toBeUndefined()
  })

  test.each([
    ['7003', '2711302400', 'not a time'],
    ['7003', '2711310000', 'not a date'],
    ['7003', '2711002359', 'not a date'],
    ['4321', '2', '0 or 1'],
    ['4330', '002500+', 'minus sign'],
    ['7007', '2601012601', 'too short'],
    ['7007', '2601012601310', 'more than 12'],
    ['7250', '20230229', 'not a date'],
    ['8001', '00000010000100', 'cannot be zero'],
    ['8003', '11234567890128', 'begin with 0'],
    ['8006', '034009300399460302', 'piece number'],
    ['8006', '034009300399460001', 'piece number'],
    ['8008', '26010124', 'not an hour'],
    ['8008', '2601012360', 'not a time'],
    ['8011', '012', 'cannot begin with 0'],
    ['8010', 'abc', 'capital letters'],
    ['8030', 'a+b', 'base64url'],
    ['10', 'LOT 1', 'common signs'],
    ['30', '12A', 'digits'],
    ['253', '1234567890128é', 'letters without accents'],
  ])('(%s) %s is refused: %s', (ai, value, words) => {
    expect(problem(ai, value)).toContain(words)
  })

  test('knows its longest length', () => {
    expect([...GS1_IDENTIFIERS.values()].every((one) => maxValueLength(one) <= 90)).toBe(true)
  })
})
