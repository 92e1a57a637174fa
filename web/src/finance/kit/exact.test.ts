import { describe, expect, test } from 'vitest'
import {
  amountOf,
  byMagnitude,
  centsOf,
  changeOf,
  lengthOf,
  minus,
  sumOf,
  typedAmount,
} from './exact.js'

describe('an amount of the screens', () => {
  test('goes to cents and back without a float', () => {
    for (const amount of ['0.00', '0.05', '-0.05', '12345.67', '-9007199254740993.01']) {
      expect(amountOf(centsOf(amount))).toBe(amount)
    }
    expect(() => centsOf('12,50')).toThrow(RangeError)
  })

  test('adds and subtracts to the cent, beyond what a float holds', () => {
    expect(sumOf(['0.10', '0.20', '-0.30'])).toBe('0.00')
    expect(minus('90071992547409.93', '0.01')).toBe('90071992547409.92')
  })

  test('is ordered by size, and drawn as a length', () => {
    expect(['1.00', '-30.00', '2.00'].toSorted(byMagnitude)).toEqual(['-30.00', '2.00', '1.00'])
    expect(lengthOf('-25.00', '100.00')).toBe(0.25)
    expect(lengthOf('1.00', '0.00')).toBe(0)
    expect(changeOf('150.00', '100.00')).toBe(0.5)
    expect(changeOf('150.00', '0.00')).toBeUndefined()
  })

  test.for([
    ['1 234,56', '1234.56'],
    ['1\u202f234,5 €', '1234.5'],
    ['−12,00', '-12.00'],
    ['12.5', '12.5'],
    ['1,2,3', undefined],
    ['12,345', undefined],
    ['douze', undefined],
  ] as const)('typed %s is sent as %s', ([typed, sent]) => {
    expect(typedAmount(typed)).toBe(sent)
  })
})
