import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { calendarDate } from './calendar.js'
import { encodeGs1, GS } from './gs1.js'
import { readMedicineScan } from './gs1-medicine.js'
import { gs1Date } from './gs1-values.js'

const today = calendarDate('2026-11-22')
const GTIN = '03400930039946'
const serialised = { today, isSerialised: true }
const plain = { today, isSerialised: false }
const refused = (reason: string) =>
  expect.objectContaining({
    code: 'scan-unreadable',
    message: expect.stringMatching(/GS \(ASCII 29\)|by hand|Scan the code/),
    details: expect.objectContaining({ reason }),
  })

describe('readMedicineScan', () => {
  const box = {
    gtin: GTIN,
    lotNumber: 'LOT1',
    expiresOn: '2027-12-31',
    serial: 'SER9',
  }

  test('reads a serialised box', () => {
    expect(readMedicineScan(`]d201${GTIN}1727123110LOT1${GS}21SER9`, serialised)).toEqual(box)
  })

  test('reads the fields of a serialised box in any order', () => {
    expect(readMedicineScan(`]d221SER9${GS}10LOT1${GS}17271231` + `01${GTIN}`, serialised)).toEqual(
      box,
    )
    expect(readMedicineScan(`]d210LOT1${GS}01${GTIN}21SER9${GS}17271200`, serialised)).toEqual(box)
  })

  test('reads a box that carries no serial', () => {
    expect(readMedicineScan(`]d201${GTIN}1727123110LOT1`, plain)).toEqual({
      ...box,
      serial: undefined,
    })
  })

  test('reads a bare CIP13, which names the product and no lot', () => {
    expect(readMedicineScan('3400930039946', serialised)).toEqual({
      gtin: GTIN,
      lotNumber: undefined,
      expiresOn: undefined,
      serial: undefined,
    })
  })

  test.each([
    ['the serial in the lot', `]d201${GTIN}1727123110LOT121SER9`],
    ['the lot in the serial', `]d201${GTIN}1727123121SER910LOT1`],
    ['the expiry in the lot', `]d201${GTIN}10LOT117271231${GS}21SER9`],
    ['the expiry in the serial', `]d201${GTIN}10LOT1${GS}21SER917271231`],
    ['the product in the serial', `]d21727123110LOT1${GS}21SER901${GTIN}`],
    ['everything in the lot', `]d201${GTIN}10LOT11727123121SER9`],
    ['a separator translated by the keyboard', `01${GTIN}1727123110LOT1<GS>21SER9`],
  ])('refuses, on a serialised product, a lost separator that hides %s', (_, raw) => {
    expect(() => readMedicineScan(raw, { ...serialised, knownGtin: GTIN })).toThrow(
      refused('separator-lost'),
    )
  })

  test.each([
    ['a serial', `]d201${GTIN}1727123110LOT121SER9`],
    ['an expiry', `]d201${GTIN}10LOT117271231`],
    ['a month of expiry', `]d201${GTIN}10LOT117271200`],
    ['a date of manufacture', `]d201${GTIN}1727123110LOT111250101`],
  ])('refuses %s hidden in the lot of a product without serial', (_, raw) => {
    expect(() => readMedicineScan(raw, plain)).toThrow(refused('separator-lost'))
  })

  test('says what it doubts, as data and in words', () => {
    expect(() => readMedicineScan(`]d201${GTIN}1727123110LOT121SER9`, serialised)).toThrow(
      expect.objectContaining({
        message:
          '(10) LOT121SER9 may also be (10) LOT1 (21) SER9: a separator may have been lost. Set the scanner to send GS (ASCII 29) between fields, or enter the box by hand',
        details: {
          reason: 'separator-lost',
          ai: '10',
          value: 'LOT121SER9',
          couldBe: [
            { ai: '10', value: 'LOT1' },
            { ai: '21', value: 'SER9' },
          ],
        },
      }),
    )
  })

  test.each([
    ['serial', `]d201${GTIN}1727123110LOTA`, ['21']],
    ['lot', `]d201${GTIN}1727123121SERIAL`, ['10']],
    ['expiry', `]d201${GTIN}10LOTA${GS}21SERIAL`, ['17']],
  ])('refuses a serialised product without its %s', (_, raw, missing) => {
    expect(() => readMedicineScan(raw, serialised)).toThrow(
      expect.objectContaining({
        code: 'scan-unreadable',
        details: { reason: 'incomplete', missing },
      }),
    )
  })

  test.each(['L240115', 'A2134', 'B17135', '1021', 'AB0100', 'K171399', '9121', 'X1700'])(
    'does not doubt the lot %s of a product without serial',
    (lot) => {
      expect(readMedicineScan(`]d201${GTIN}1727123110${lot}`, plain).lotNumber).toBe(lot)
    },
  )

  test('does not doubt a lot that holds 21 or a date when every field is there', () => {
    const raw = `]d201${GTIN}1727123110L2117280101A11250101${GS}21SER910A17`
    expect(readMedicineScan(raw, serialised).lotNumber).toBe('L2117280101A11250101')
  })

  test('does not doubt a lot already known', () => {
    const raw = `]d201${GTIN}1727123110AB210045`
    expect(() => readMedicineScan(raw, plain)).toThrow(refused('separator-lost'))
    expect(readMedicineScan(raw, { ...plain, knownLots: ['AB210045'] }).lotNumber).toBe('AB210045')
  })

  test('a known lot does not excuse a serialised box of its serial', () => {
    const known = { ...serialised, knownLots: ['LOT121SER9'] }
    expect(() => readMedicineScan(`]d201${GTIN}1727123110LOT121SER9`, known)).toThrow(
      refused('incomplete'),
    )
  })

  test('completes a code that does not name the product with the product in hand', () => {
    const raw = '17271231' + '10LOTA'
    expect(readMedicineScan(raw, { ...plain, knownGtin: GTIN }).gtin).toBe(GTIN)
    expect(() => readMedicineScan(raw, plain)).toThrow(refused('no-product'))
  })

  test('refuses another product than the one in hand', () => {
    expect(() => readMedicineScan(`01${GTIN}`, { ...plain, knownGtin: '03400949497294' })).toThrow(
      expect.objectContaining({ code: 'scan-mismatch' }),
    )
  })

  const alphanumeric = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
    minLength: 1,
    maxLength: 20,
  })
  const order = fc.shuffledSubarray(['01', '17', '10', '21'], { minLength: 4 })

  test.prop([alphanumeric, alphanumeric, order])(
    'with every separator lost, a serialised box is refused or read right, never read wrong',
    (lot, serial, ais) => {
      const sent: Record<string, string> = { '01': GTIN, '17': '271231', '10': lot, '21': serial }
      const pairs = ais.map((ai) => [ai, sent[ai] ?? ''] as const)
      const raw = `]d2${encodeGs1(pairs).replaceAll(GS, '')}`
      try {
        expect(readMedicineScan(raw, serialised)).toMatchObject({
          lotNumber: lot,
          serial,
          expiresOn: '2027-12-31',
        })
      } catch (error) {
        expect(error).toMatchObject({ code: 'scan-unreadable' })
      }
    },
  )

  test.prop([alphanumeric, alphanumeric, order])(
    'with its separators, a serialised box is never refused',
    (lot, serial, ais) => {
      const sent: Record<string, string> = { '01': GTIN, '17': '271231', '10': lot, '21': serial }
      const raw = encodeGs1(ais.map((ai) => [ai, sent[ai] ?? ''] as const))
      expect(readMedicineScan(`]d2${raw}`, serialised)).toMatchObject({ lotNumber: lot, serial })
    },
  )
})

describe('gs1Date', () => {
  test.each([
    ['271231', '2027-12-31'],
    ['280200', '2028-02-29'],
    ['270200', '2027-02-28'],
    ['761231', '2076-12-31'],
    ['770101', '1977-01-01'],
    ['991231', '1999-12-31'],
    ['000101', '2000-01-01'],
  ])('in 2026 %s is %s', (value, day) => {
    expect(gs1Date(value, today)).toBe(day)
  })

  test('slides with the year, across the century', () => {
    expect(gs1Date('100101', calendarDate('2070-01-01'))).toBe('2110-01-01')
    expect(gs1Date('200101', calendarDate('2070-01-01'))).toBe('2120-01-01')
    expect(gs1Date('210101', calendarDate('2070-01-01'))).toBe('2021-01-01')
  })
})
