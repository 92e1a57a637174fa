import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { calendarDate, yearMonth } from './calendar.js'
import {
  frAmount,
  frCode13,
  frCount,
  frDecimal,
  frEuros,
  frInteger,
  frShare,
  frUnitCost,
} from './format-fr.js'
import { frDate, frDateTime, frDuration, frLongDate, frMonth, frTime } from './format-fr-dates.js'
import { cents, microEuros } from './money.js'

describe('French numbers', () => {
  test('thousands are grouped by a narrow no-break space', () => {
    expect(frInteger(4812)).toBe('4\u202f812')
    expect(frInteger(1_234_567n)).toBe('1\u202f234\u202f567')
    expect(frInteger(0)).toBe('0')
    expect(frInteger(-1200)).toBe('\u22121\u202f200')
  })

  test('euros have a comma, two decimals and the sign after a no-break space', () => {
    expect(frEuros(cents(1_234_567n))).toBe('12\u202f345,67\u00a0€')
    expect(frEuros(cents(-5n))).toBe('\u22120,05\u00a0€')
    expect(frAmount(cents(100n))).toBe('1,00')
  })

  test('an average cost keeps its six decimals', () => {
    expect(frUnitCost(microEuros(2_600_000n))).toBe('2,600000')
    expect(frUnitCost(microEuros(1_234_000_001n))).toBe('1\u202f234,000001')
  })

  test('a share is a percentage with two decimals, half up', () => {
    expect(frShare(6120n, 8530n)).toBe('71,75\u00a0%')
    expect(frShare(1n, 3n)).toBe('33,33\u00a0%')
    expect(frShare(-1n, 3n)).toBe('\u221233,33\u00a0%')
    expect(frShare(0n, 8530n)).toBe('0,00\u00a0%')
  })

  test('nothing and one keep the singular', () => {
    expect([0, 1, 2].map((count) => frCount(count, 'bac'))).toEqual([
      '0\u00a0bac',
      '1\u00a0bac',
      '2\u00a0bacs',
    ])
    expect(frCount(2, 'colis', 'colis')).toBe('2\u00a0colis')
  })

  test('a 13-digit code is grouped as on the box, any other code is left alone', () => {
    expect(frCode13('3400949369107')).toBe('3400\u00a09\u00a0493\u00a06910\u00a07')
    expect(frCode13('L24-117')).toBe('L24-117')
  })

  test.prop([fc.bigInt()])('grouping loses no digit', (value) => {
    const plain = frInteger(value).replaceAll('\u202f', '').replace('\u2212', '-')
    expect(BigInt(plain)).toBe(value)
  })

  test.prop([fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })])(
    'an amount reads back to the same cents',
    (value) => {
      const plain = frAmount(cents(value)).replaceAll('\u202f', '').replace('\u2212', '-')
      expect(BigInt(plain.replace(',', ''))).toBe(value)
    },
  )

  test('a decimal keeps the decimals it is given', () => {
    expect(frDecimal('1234.5')).toBe('1\u202f234,5')
    expect(frDecimal('-0.25')).toBe('\u22120,25')
    expect(frDecimal('12')).toBe('12')
  })
})

describe('French dates', () => {
  test('a day is JJ/MM/AAAA, a month is named', () => {
    expect(frDate(calendarDate('2026-03-02'))).toBe('02/03/2026')
    expect(frMonth(yearMonth('2026-08'))).toBe('août\u00a02026')
    expect(frLongDate(calendarDate('2026-03-01'))).toBe('dimanche 1er\u00a0mars 2026')
  })

  test('an instant is shown as Paris saw it, on both sides of a clock change', () => {
    expect(frDateTime(new Date('2026-03-29T00:59:00Z'))).toBe('29/03/2026\u00a001:59')
    expect(frDateTime(new Date('2026-03-29T01:00:00Z'))).toBe('29/03/2026\u00a003:00')
    expect(frDateTime(new Date('2026-12-31T23:30:00Z'))).toBe('01/01/2027\u00a000:30')
  })

  test('another grouping may live in another time zone', () => {
    expect(frTime(new Date('2026-07-01T12:00:00Z'), 'Indian/Reunion')).toBe('16:00')
  })

  test('a duration is said in minutes below one hour', () => {
    expect([0, 45, 60, 88, 1560].map(frDuration)).toEqual([
      '0\u00a0min',
      '45\u00a0min',
      '1\u00a0h\u00a000',
      '1\u00a0h\u00a028',
      '26\u00a0h\u00a000',
    ])
    expect(() => frDuration(-1)).toThrow(RangeError)
  })
})
