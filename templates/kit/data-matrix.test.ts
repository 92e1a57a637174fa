import { fc, test } from '@fast-check/vitest'
import bwipjs from 'bwip-js/node'
import { describe, expect } from 'vitest'
import { type Scanned, scan } from '../testing/see-pdf.js'
import { encodeDataMatrix, type Matrix } from './data-matrix.js'

const MODULE_PIXELS = 4
const QUIET_MODULES = 3

function pixels({ side, modules }: Matrix) {
  const width = (side + 2 * QUIET_MODULES) * MODULE_PIXELS
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  const moduleAt = (pixel: number) => Math.floor(pixel / MODULE_PIXELS) - QUIET_MODULES
  const isDark = (x: number, y: number) => {
    const [column, row] = [moduleAt(x), moduleAt(y)]
    const isInside = column >= 0 && column < side && row >= 0 && row < side
    return isInside && modules[row * side + column] === 1
  }
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (isDark(x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { width, height: width, perMm: 12, data, isDark }
}

const read = (text: string, isGs1: boolean): Promise<Scanned[]> =>
  scan(pixels(encodeDataMatrix(text, { isGs1 })))

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const lotCharacters = [...`!"%&'()*+,-./0123456789:;<=>?_`, ...'ABCDXYZabcdxyz']
const lot = fc.string({ unit: fc.constantFrom(...lotCharacters), minLength: 1, maxLength: 20 })
const pack = fc
  .tuple(digits(14), digits(6), lot)
  .map(([gtin, expiry, serial]) => `01${gtin}17${expiry}10${serial}`)

describe('a scanner reads back', () => {
  test.prop([pack], { numRuns: 300 })('every pack of a lot, as GS1', async (text) => {
    const [found, ...others] = await read(text, true)
    expect(found).toEqual({ format: 'DataMatrix', text, symbology: ']d2' })
    expect(others).toEqual([])
  })

  const identifier = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 48 })
  test.prop([identifier], { numRuns: 200 })('every plain identifier', async (text) => {
    const [found] = await read(text, false)
    expect(found).toMatchObject({ format: 'DataMatrix', text, symbology: ']d1' })
  })

  test.each([3, 5, 8, 12, 18, 22, 30, 36, 44, 62, 86, 114, 144, 174])(
    'a symbol filled by %d codewords',
    async (codewords) => {
      const text = 'A'.repeat(codewords)
      const [found] = await read(text, false)
      expect(found?.text).toBe(text)
    },
  )
})

/** Where both may only encode digits in pairs, the standard leaves no choice: same modules. */
test.prop([fc.integer({ min: 1, max: 170 }).chain((pairs) => digits(2 * pairs))])(
  'digits give the modules another implementation of the standard gives',
  (text) => {
    const [other] = bwipjs.raw({ bcid: 'datamatrix', text: `^FNC1${text}`, parsefnc: true })
    if (!other || !('pixs' in other)) throw new TypeError('A DataMatrix is a matrix')
    const { side, modules } = encodeDataMatrix(text, { isGs1: true })
    expect(side).toBe(other.pixx)
    expect([...modules]).toEqual(other.pixs.map((pixel) => (pixel ? 1 : 0)))
  },
)

test('what cannot be carried is refused, never altered', () => {
  expect(() => encodeDataMatrix('é', { isGs1: false })).toThrow(RangeError)
  expect(() => encodeDataMatrix('A'.repeat(175), { isGs1: false })).toThrow(RangeError)
})
