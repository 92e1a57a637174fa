import { describe, expect, test } from 'vitest'
import { inPacks, parseQuantity } from './quantity.js'

describe('a quantity as typed', () => {
  test('is units, packs of the product, or packs of a size', () => {
    expect(parseQuantity('240', 8)).toBe(240)
    expect(parseQuantity('1 200', 8)).toBe(1200)
    expect(parseQuantity('3x', 8)).toBe(24)
    expect(parseQuantity('3 x 30', 8)).toBe(90)
  })

  test('is nothing when no pack is known, or when it is no quantity', () => {
    expect(parseQuantity('3x', undefined)).toBeUndefined()
    expect(parseQuantity('trois', 8)).toBeUndefined()
    expect(parseQuantity('1,5', 8)).toBeUndefined()
  })

  test('is shown in the largest pack that fits exactly', () => {
    expect(inPacks(60, [1, 30, 20])).toEqual({ packs: 2, size: 30 })
    expect(inPacks(50, [30])).toBeUndefined()
    expect(inPacks(0, [30])).toBeUndefined()
  })
})
