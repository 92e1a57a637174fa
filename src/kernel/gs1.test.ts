import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { gs1CheckDigit } from './codes.js'
import { cip13Of, encodeGs1, GS, parseScan, valueOfAi } from './gs1.js'

const elementsOf = (raw: string) => parseScan(raw).elements.map(({ ai, value }) => [ai, value])
const unreadable = (reason: string) =>
  expect.objectContaining({
    code: 'scan-unreadable',
    details: expect.objectContaining({ reason }),
  })

const BOX = [
  ['01', '03400930039946'],
  ['17', '271231'],
  ['10', 'LOT1'],
  ['21', 'SER9'],
] as const

describe('parseScan', () => {
  test('reads the DataMatrix of a box of medicine', () => {
    const scan = parseScan(`]d201034009300399461727123110LOT1${GS}21SER9`)
    expect(scan).toMatchObject({
      kind: 'gs1',
      symbology: ']d2',
      ambiguities: [],
      hasSeparator: true,
    })
    expect(scan.elements.map(({ ai, value }) => [ai, value])).toEqual(BOX)
    expect(valueOfAi(scan, '10')).toBe('LOT1')
    expect(valueOfAi(scan, '11')).toBeUndefined()
    expect(cip13Of(scan)).toBe('3400930039946')
  })

  test.each([']C1', ']d2', ']Q3', ']e0', ']J1', ''])(
    'reads element strings sent as "%s"',
    (prefix) => {
      expect(elementsOf(`${prefix}010340093003994610A`)).toEqual([
        ['01', '03400930039946'],
        ['10', 'A'],
      ])
    },
  )

  test('accepts the FNC1 that opens the symbol, one that closes it, and the Enter of the scanner', () => {
    expect(elementsOf(`]d2${GS}10A${GS}\r\n`)).toEqual([['10', 'A']])
  })

  test('accepts a separator after a field of fixed length', () => {
    expect(elementsOf(`0103400930039946${GS}17271231${GS}10A`)).toHaveLength(3)
  })

  test.each([
    ['a CIP13', '3400930039946', '03400930039946'],
    ['an EAN13 with its symbology', ']E03400930039946', '03400930039946'],
    ['a GTIN', '03400930039946', '03400930039946'],
    ['a GTIN on an outer case', ']I112345678901231', '12345678901231'],
    ['a UPC', '012345678905', '00012345678905'],
    ['an EAN8', ']E402345673', '00000002345673'],
  ])('reads %s alone', (_, raw, gtin) => {
    expect(parseScan(raw)).toMatchObject({ kind: 'gtin', elements: [{ ai: '01', value: gtin }] })
  })

  test.each([
    ['a misread CIP13', '3400930039947', 'check-digit'],
    ['a misread EAN8', ']E402345674', 'check-digit'],
    ['a GTIN with a wrong key', ']d20103400930039947', 'bad-value'],
    ['a truncated GTIN', ']d20103400930039', 'bad-value'],
    ['an expiry on 31 February', ']d217270231', 'bad-value'],
    ['an expiry in month 13', ']d217271300', 'bad-value'],
    ['a lot of 21 characters', `]d210${'A'.repeat(21)}`, 'bad-value'],
    ['an empty lot', ']d210', 'bad-value'],
    ['a lot with an accent', ']d210LOTÉ', 'bad-value'],
    ['an empty field between separators', `]d210A${GS}${GS}21B`, 'unknown-identifier'],
    ['an identifier that does not exist', ']d2051234', 'unknown-identifier'],
    ['digits typed on the wrong keyboard', 'à"à&', 'unknown-identifier'],
    ['nothing', '', 'unknown-identifier'],
    ['the same field with two values', `]d210A${GS}10B`, 'repeated'],
    ['a plain Code 128', ']C0HELLO', 'not-gs1'],
  ])('refuses %s', (_, raw, reason) => {
    expect(() => parseScan(raw)).toThrow(unreadable(reason))
  })

  test('keeps one of two equal fields', () => {
    expect(elementsOf(`]d210A${GS}10A`)).toEqual([['10', 'A']])
  })

  test('reads a day 00 and 29 February', () => {
    expect(elementsOf(']d21727020011280229')).toEqual([
      ['17', '270200'],
      ['11', '280229'],
    ])
  })

  test('reports what a lot may have swallowed, and does not decide', () => {
    const scan = parseScan(']d201034009300399461727123110LOT121SER9')
    expect(scan.ambiguities).toEqual([
      {
        ai: '10',
        value: 'LOT121SER9',
        couldBe: [
          { ai: '10', value: 'LOT1' },
          { ai: '21', value: 'SER9' },
        ],
      },
    ])
  })

  test('reports several fields lost in a row', () => {
    const [first] = parseScan(']d2010340093003994610LOT11727123121SER9').ambiguities
    expect(first?.couldBe.map(({ ai, value }) => [ai, value])).toEqual([
      ['10', 'LOT1'],
      ['17', '271231'],
      ['21', 'SER9'],
    ])
  })
})

describe('encodeGs1', () => {
  test('separates what has no fixed length, and ends without a separator', () => {
    expect(encodeGs1(BOX)).toBe(`01034009300399461727123110LOT1${GS}21SER9`)
    expect(encodeGs1([])).toBe('')
  })

  test.each([
    ['05', '1'],
    ['01', '03400930039947'],
    ['10', ''],
    ['21', 'É'],
  ])('refuses (%s) %s by name', (ai, value) => {
    expect(() => encodeGs1([[ai, value]])).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: { errors: [expect.objectContaining({ path: ai })] },
      }),
    )
  })
})

const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const printable = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...CSET82), minLength: 1, maxLength })
const digits = (minLength: number, maxLength: number = minLength) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })
const keyed = (length: number) => digits(length - 1).map((body) => `${body}${gs1CheckDigit(body)}`)
const shortDate = fc
  .tuple(fc.nat(99), fc.integer({ min: 1, max: 12 }), fc.nat(28))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''))

const values: Record<string, fc.Arbitrary<string>> = {
  '00': keyed(18),
  '01': keyed(14),
  '02': keyed(14),
  '10': printable(20),
  '11': shortDate,
  '17': shortDate,
  '21': printable(20),
  '30': digits(1, 8),
  '37': digits(1, 8),
  '240': printable(30),
  '253': fc.tuple(keyed(13), printable(17)).map((parts) => parts.join('')),
  '3103': digits(6),
  '3932': digits(4, 18),
  '411': keyed(13),
  '8005': digits(6),
  '711': printable(20),
  '91': printable(90),
}
const element = fc
  .constantFrom(...Object.keys(values))
  .chain((ai) => (values[ai] ?? fc.constant('')).map((value) => [ai, value] as const))
const elements = fc.uniqueArray(element, { minLength: 1, selector: ([ai]) => ai })

test.prop([elements])('what is encoded is read back, in any order', (sent) => {
  expect(elementsOf(`]d2${encodeGs1(sent)}`)).toEqual(sent)
})

test.prop([fc.string({ unit: fc.constantFrom(...CSET82, GS, ']', 'é'), maxLength: 60 })])(
  'any scan is read or refused as unreadable, never a defect',
  (raw) => {
    try {
      parseScan(raw)
    } catch (error) {
      expect(error).toMatchObject({ code: 'scan-unreadable' })
    }
  },
)
