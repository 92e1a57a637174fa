import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { PositiveUnits, sumUnits, Units, units } from './units.js'

describe('units', () => {
  test.each([0, 1, 10_000_000])('%d is a quantity', (value) => {
    expect(units(value)).toBe(value)
  })

  test.each([-1, 1.5, 10_000_001, 3_400_930_039_946, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is not: part of a unit, less than nothing, or a barcode keyed in',
    (value) => {
      expect(Units.safeParse(value).success).toBe(false)
      expect(() => units(value)).toThrow()
    },
  )

  test('a text is not a quantity', () => {
    expect(Units.safeParse('3').success).toBe(false)
  })

  test('somebody asks for at least one unit', () => {
    expect(PositiveUnits.safeParse(0).success).toBe(false)
    expect(PositiveUnits.safeParse(1).success).toBe(true)
  })
})

describe('sumUnits', () => {
  test('of nothing is nothing', () => {
    expect(sumUnits([])).toBe(0)
  })

  test.prop([fc.array(fc.nat(1000)), fc.array(fc.nat(1000))])('adds up in any grouping', (a, b) => {
    expect(sumUnits([...a, ...b])).toBe(sumUnits(a) + sumUnits(b))
  })

  test('refuses a total below nothing', () => {
    expect(() => sumUnits([2, -3])).toThrow()
  })
})
