import { describe, expect, test } from 'vitest'
import { readQuestion } from './read-question.js'

const GS = '\u001d'
const GTIN = '03400930000007'
const read = (asked: string) => readQuestion(asked, 2026)

describe('a number', () => {
  test.for([
    ['C-2026-00418', 'C-2026-00418'],
    ['c-2026-418', 'C-2026-00418'],
    ['c 2026 418', 'C-2026-00418'],
    ['C2026-418', 'C-2026-00418'],
    ['bac-pui-92-2026-7', 'BAC-PUI-92-2026-00007'],
    [']C1BL-2026-00042', 'BL-2026-00042'],
  ] as const)('typed or scanned as %s is %s', ([asked, number]) => {
    const { exact, isReference } = read(asked)

    expect(exact).toContain(number)
    expect(isReference).toBe(true)
  })

  test('said by its last digits may be of this year or of the last', () => {
    expect(read('418').exact).toEqual(expect.arrayContaining(['C-2026-00418', 'LB-2025-00418']))
  })

  test.for(['C', 'C-', 'BL-2026', 'C-2026-0', 'T1'])('begun as %s begins too many', (asked) => {
    expect(read(asked).beginning).toBeNull()
  })

  test('begun further is looked for as it begins', () => {
    expect(read('c-2026-00').beginning).toBe('C-2026-00')
    expect(read('c-2026-0041').exact).not.toContain('C-2026-00041')
  })
})

describe('words', () => {
  test.for(['paracétamol 1 g', 'EHPAD Solemnes', 'Lantus'])('are no reference: %s', (asked) => {
    expect(read(asked)).toMatchObject({ isReference: false, box: null })
  })
})

describe('a scan', () => {
  test('of a box names its product and its lot, in any order', () => {
    const box = { gtin: GTIN, lotNumber: 'LOT7' }

    expect(read(`]d201${GTIN}1728013110LOT7`).box).toEqual(box)
    expect(read(`01${GTIN}10LOT7${GS}17280131`).box).toEqual(box)
  })

  test('of an article number names no lot', () => {
    expect(read(GTIN.slice(1)).box).toEqual({ gtin: GTIN, lotNumber: null })
  })

  test('of an SSCC is known with and without its identifier', () => {
    expect(read('00340123450000000017').exact).toEqual(
      expect.arrayContaining(['340123450000000017', '00340123450000000017']),
    )
  })

  test('that is cut is taken as it stands', () => {
    expect(read('0103400')).toMatchObject({ text: '0103400', box: null })
  })
})
