import { describe, expect, test } from 'vitest'
import { centsOf, changeSince, decimalOf } from './amounts.js'

describe('amounts of a statement', () => {
  test('are exact cents, there and back', () => {
    expect(centsOf('6266.06')).toBe(626606n)
    expect(decimalOf(-5n)).toBe('-0.05')
    expect(decimalOf(626606n)).toBe('6266.06')
  })

  test('are compared with the month before', () => {
    expect(changeSince('90.00', '120.00')).toEqual({
      amount: '30.00',
      direction: 'less',
      share: -0.25,
    })
    expect(changeSince('5.00', '0.00')).toMatchObject({ direction: 'more', share: undefined })
  })
})
