import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  AmountInput,
  AmountView,
  cents,
  centsToDecimal,
  costOf,
  divideHalfUp,
  microEuros,
  microsToDecimal,
  toCents,
  UnitCostInput,
  UnitCostView,
} from './money.js'

const amount = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n })
const positive = fc.bigInt({ min: 1n, max: 1_000_000_000n })

describe('divideHalfUp', () => {
  test.each([
    ['5', '2', '3'],
    ['-5', '2', '-3'],
    ['4', '3', '1'],
    ['-4', '3', '-1'],
    ['0', '7', '0'],
    ['1', '2', '1'],
    ['-1', '3', '0'],
  ])('%s / %s is %s', (dividend, divisor, quotient) => {
    expect(divideHalfUp(BigInt(dividend), BigInt(divisor))).toBe(BigInt(quotient))
  })

  test.prop([amount, positive])('is the nearest integer, a half going away from zero', (a, b) => {
    const twiceError = 2n * (divideHalfUp(a, b) * b - a)
    const awayFromZero = a < 0n ? -twiceError : twiceError
    expect(awayFromZero <= b && awayFromZero > -b).toBe(true)
  })

  test.prop([amount, positive])('mirrors a credit and its charge', (a, b) => {
    expect(divideHalfUp(-a, b)).toBe(0n - divideHalfUp(a, b))
  })

  test('treats a divisor that is not positive as a defect', () => {
    for (const divisor of [0n, -1n]) expect(() => divideHalfUp(1n, divisor)).toThrow(RangeError)
  })
})

describe('costOf and toCents', () => {
  test('value units exactly and round once, to the cent', () => {
    const third = microEuros(333_333n)
    expect(costOf(third, 3)).toBe(999_999n)
    expect(toCents(costOf(third, 3))).toBe(100n)
    expect(toCents(microEuros(4_999n))).toBe(0n)
    expect(toCents(microEuros(5_000n))).toBe(1n)
    expect(toCents(microEuros(-5_000n))).toBe(-1n)
  })

  test.prop([amount, fc.nat(1000), fc.nat(1000)])('value parts as the whole', (unit, a, b) => {
    const cost = microEuros(unit)
    expect(costOf(cost, a) + costOf(cost, b)).toBe(costOf(cost, a + b))
  })
})

describe('money on the wire', () => {
  test.each([
    ['0', '0.00'],
    ['5', '0.05'],
    ['-5', '-0.05'],
    ['1234', '12.34'],
    ['-100', '-1.00'],
  ])('%s cents are sent as "%s"', (value, text) => {
    expect(centsToDecimal(cents(BigInt(value)))).toBe(text)
  })

  test('a unit cost keeps its six decimals', () => {
    expect(microsToDecimal(microEuros(2_600_000n))).toBe('2.600000')
    expect(microsToDecimal(microEuros(1n))).toBe('0.000001')
  })

  test.each([
    ['1234.56', '123456'],
    ['12', '1200'],
    ['12.5', '1250'],
    ['-0.05', '-5'],
    ['-0.00', '0'],
    ['0012.30', '1230'],
  ])('the amount "%s" is read as %s cents', (text, value) => {
    expect(AmountInput.parse(text)).toBe(BigInt(value))
  })

  test.each(['12,50', '1 234.00', '1.234', '.5', '12.', '+1', '1e3', '', '12345678901234', '٣'])(
    'the amount "%s" is refused with an example',
    (text) => {
      expect(AmountInput.safeParse(text).error?.issues[0]?.message).toContain('1234.56')
    },
  )

  test('a unit cost has six decimals at most and is never negative', () => {
    expect(UnitCostInput.parse('2.8')).toBe(2_800_000n)
    expect(UnitCostInput.parse('0.000001')).toBe(1n)
    for (const text of ['0.0000001', '-1', '1234567890']) {
      expect(UnitCostInput.safeParse(text).error?.issues[0]?.message).toContain('2.80')
    }
  })

  test('a number is not an amount: it would already be rounded', () => {
    expect(AmountInput.safeParse(12.5).success).toBe(false)
    expect(UnitCostInput.safeParse(2.8).success).toBe(false)
  })

  test.prop([amount])('an amount sent is an amount read back', (value) => {
    const text = centsToDecimal(cents(value))
    expect(AmountView.parse(text)).toBe(text)
    expect(AmountInput.parse(text)).toBe(value)
  })

  test.prop([fc.bigInt({ min: 0n, max: 999_999_999_999_999n })])(
    'a unit cost sent is a unit cost read back',
    (value) => {
      const text = microsToDecimal(microEuros(value))
      expect(UnitCostView.parse(text)).toBe(text)
      expect(UnitCostInput.parse(text)).toBe(value)
    },
  )
})
