import { fc, test } from '@fast-check/vitest'
import bwipjs from 'bwip-js/node'
import { describe, expect } from 'vitest'
import { scan } from '../testing/see-pdf.js'
import { encodeCode128 } from './code128.js'

const MODULE_PIXELS = 2
const QUIET_MODULES = 12
const HEIGHT = 40

const widthOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0)

function pixels(widths: readonly number[]) {
  const modules = widths.flatMap((width, index) => Array<boolean>(width).fill(index % 2 === 0))
  const width = (modules.length + 2 * QUIET_MODULES) * MODULE_PIXELS
  const isDark = (x: number) => modules[Math.floor(x / MODULE_PIXELS) - QUIET_MODULES] === true
  const data = new Uint8ClampedArray(width * HEIGHT * 4).fill(255)
  for (let pixel = 0; pixel < width * HEIGHT; pixel++) {
    if (isDark(pixel % width)) data.fill(0, pixel * 4, pixel * 4 + 3)
  }
  return { width, height: HEIGHT, perMm: 12, data, isDark }
}

const number = fc.string({
  unit: fc.constantFrom(...'0123456789012345678901234567890123456789ABCXYZ-/ abz~'),
  minLength: 1,
  maxLength: 24,
})

describe('a Code 128', () => {
  test.prop([number], { numRuns: 200 })('is read back by a scanner', async (text) => {
    const [found, ...others] = await scan(pixels(encodeCode128(text)))
    expect(found).toEqual({ format: 'Code128', text, symbology: ']C0' })
    expect(others).toEqual([])
  })

  test.prop([number], { numRuns: 200 })('is as narrow as the standard allows', (text) => {
    const [other] = bwipjs.raw({ bcid: 'code128', text })
    if (!other || !('sbs' in other)) throw new TypeError('A Code 128 is made of bars')
    expect(widthOf(encodeCode128(text))).toBe(widthOf(other.sbs))
  })

  test('of what it cannot carry is refused', () => {
    expect(() => encodeCode128('é')).toThrow(RangeError)
    expect(() => encodeCode128('a\n')).toThrow(RangeError)
  })
})
