import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  Atc,
  Cip7,
  Cip13,
  Cis,
  cip13OfGtin,
  Finess,
  Gtin14,
  gs1CheckDigit,
  gtinOfCip13,
  hasGs1Key,
  hasLuhnKey,
  Rpps,
  Siret,
  Ucd13,
} from './codes.js'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((d) => d.join(''))

describe('codes read from real sources are accepted', () => {
  test.each([
    ['CIP13', Cip13, '3400930039946'],
    ['CIP13', Cip13, '3400949497294'],
    ['CIP7', Cip7, '3003994'],
    ['UCD13', Ucd13, '3400892083926'],
    ['GTIN', Gtin14, '03400930039946'],
    ['FINESS', Finess, '920000650'],
    ['FINESS', Finess, '920150059'],
    ['FINESS of Corsica', Finess, '2A0000014'],
    ['FINESS of Corsica', Finess, '2B0000020'],
    ['RPPS', Rpps, '10005173140'],
    ['SIRET', Siret, '73282932000074'],
    ['SIRET of La Poste, Luhn', Siret, '35600000000048'],
    ['SIRET of La Poste, digit sum', Siret, '35600000049837'],
    ['CIS', Cis, '60002283'],
    ['ATC', Atc, 'J01CR02'],
    ['ATC of a group', Atc, 'A12AX'],
    ['ATC of a group', Atc, 'V08B'],
  ])('%s %s', (_, schema, value) => {
    expect(schema.safeParse(value)).toMatchObject({ success: true, data: value })
  })
})

describe('a wrong code is refused with its remedy', () => {
  test.each([
    ['CIP13 with a wrong key', Cip13, '3400930039947', /check digit/],
    ['CIP13 that is a UCD code', Cip13, '3400892083926', /34008 is a UCD code/],
    ['CIP13 with a space', Cip13, '3400930 039946', /13 digits/],
    ['UCD13 that is a CIP13', Ucd13, '3400930039946', /start with 34008/],
    ['UCD13 with a wrong key', Ucd13, '3400892083927', /check digit/],
    ['GTIN without its leading zero', Gtin14, '3400930039946', /leading 0/],
    ['FINESS with a wrong key', Finess, '920000651', /check digit/],
    ['FINESS with letters of no department', Finess, '2C0000014', /9 digits/],
    ['RPPS with a wrong key', Rpps, '10005173141', /check digit/],
    ['SIRET with a wrong key', Siret, '73282932000075', /check digit/],
    ['SIRET with the digit sum of La Poste and another company', Siret, '73282932000172', /check/],
    ['SIRET with spaces', Siret, '732 829 320 00074', /without spaces/],
    ['CIS that does not start with 6', Cis, '50002283', /start with 6/],
    ['ATC that stops too early', Atc, 'J01', /J01CR02/],
    ['ATC in lower case', Atc, 'j01cr02', /J01CR02/],
  ])('%s', (_, schema, value, message) => {
    const result = schema.safeParse(value)
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([
      expect.stringMatching(message),
    ])
  })
})

test('a CIP7 has no checked key and keeps its zeros', () => {
  expect(Cip7.parse('0000001')).toBe('0000001')
})

test('a CIP13 may have any fifth digit but 8', () => {
  for (const fifth of '012345679') {
    const body = `3400${fifth}1234567`
    expect(Cip13.safeParse(`${body}${gs1CheckDigit(body)}`).success).toBe(true)
  }
})

test('a presentation and its GTIN name each other', () => {
  const gtin = gtinOfCip13(Cip13.parse('3400930039946'))
  expect(gtin).toBe('03400930039946')
  expect(cip13OfGtin(gtin)).toBe('3400930039946')
})

test('a GTIN of something else than a French presentation gives no CIP13', () => {
  expect(cip13OfGtin(Gtin14.parse('12345678901231'))).toBeUndefined()
  expect(cip13OfGtin(Gtin14.parse('03400892083926'))).toBeUndefined()
})

describe('check digits', () => {
  test.prop([digits(13)])('there is one GS1 key and it is accepted', (body) => {
    const valid = [...'0123456789'].filter((key) => hasGs1Key(body + key))
    expect(valid).toEqual([String(gs1CheckDigit(body))])
  })

  test.prop([digits(13), fc.nat(12), fc.integer({ min: 1, max: 9 })])(
    'one wrong digit never goes unseen, in a GS1 number as in a Luhn one',
    (body, position, change) => {
      const spoil = (value: string) =>
        value.slice(0, position) +
        ((Number(value[position]) + change) % 10) +
        value.slice(position + 1)
      const gs1 = `${body}${gs1CheckDigit(body)}`
      expect(hasGs1Key(spoil(gs1))).toBe(false)
      const luhn = [...'0123456789'].map((key) => body + key).filter(hasLuhnKey)
      expect(luhn).toHaveLength(1)
      expect(hasLuhnKey(spoil(luhn[0] ?? ''))).toBe(false)
    },
  )
})
