import { describe, expect, test } from 'vitest'
import { remainderOf, twelfthsOf } from './twelfths.js'

describe('a year in twelfths', () => {
  test('gives its odd cents to the first months', () => {
    expect(twelfthsOf('58450.00')).toEqual([
      ...Array.from({ length: 4 }, () => '4870.84'),
      ...Array.from({ length: 8 }, () => '4870.83'),
    ])
  })

  test('says how many cents were left over', () => {
    expect(remainderOf(twelfthsOf('58450.00'))).toBe(4)
    expect(remainderOf(twelfthsOf('120.00'))).toBe(0)
  })

  test('a year that is not in equal twelfths says nothing', () => {
    expect(remainderOf(['1.00', ...Array.from({ length: 11 }, () => '2.00')])).toBeUndefined()
    expect(remainderOf([])).toBeUndefined()
  })
})
