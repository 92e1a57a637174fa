import { beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from '../registry.js'
import { pagesOf } from '../testing/read-pdf.js'
import type { Pixels } from '../testing/see-pdf.js'
import { pixelsOf } from '../testing/see-pdf.js'
import { specimenLabelSample } from './sample.js'

const DPI = 508 // Twenty pixels per millimetre.

/** The rows of `column`, or columns of `row`, that carry ink within a window, as runs [first, last]. */
function runs(length: number, isDark: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let index = 0; index < length; index++) {
    if (!isDark(index)) continue
    const last = found.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else found.push([index, index])
  }
  return found
}

describe('the UN3373 mark, measured on the printed label (ADR 4.1.4.1, P650)', () => {
  let paper: Pixels
  const mm = (pixels: number) => pixels / paper.perMm
  beforeAll(async () => {
    paper = await pixelsOf(await renderPdf('specimen-label', specimenLabelSample), 1, DPI)
  })

  /** Ink of the diamond on the row through its centre: outer and inner edges. */
  function equator() {
    const middle = Math.round(paper.width / 2)
    const vertical = runs(paper.height, (y) => paper.isDark(middle, y))
    const top = vertical[0]?.[0] ?? 0
    const centre = runs(Math.round(90 * paper.perMm), (y) => paper.isDark(middle, y))
    const bottom = centre.findLast(([, end]) => mm(end - top) < 85)?.[1] ?? 0
    return { row: Math.round((top + bottom) / 2), top, bottom }
  }

  test('is a square on its point with sides of at least 50 mm', () => {
    const { row, top, bottom } = equator()
    const across = runs(paper.width, (x) => paper.isDark(x, row))
    const width = mm((across.at(-1)?.[1] ?? 0) - (across[0]?.[0] ?? 0) + 1)
    const height = mm(bottom - top + 1)
    expect(Math.abs(width - height)).toBeLessThan(0.2)
    expect(width / Math.SQRT2).toBeGreaterThanOrEqual(50)
    expect(width).toBeLessThan(100)
  })

  test('has a line at least 2 mm thick', () => {
    const { row } = equator()
    const [left] = runs(paper.width, (x) => paper.isDark(x, row))
    // The row crosses the line at 45 degrees.
    const thickness = mm((left?.[1] ?? 0) - (left?.[0] ?? 0) + 1) / Math.SQRT2
    expect(thickness).toBeGreaterThanOrEqual(2)
  })

  test('has its number in letters at least 6 mm high', () => {
    const { row } = equator()
    const reach = Math.round(8 * paper.perMm)
    const from = row - reach
    const inside = runs(2 * reach, (offset) => {
      const span = Math.round(16 * paper.perMm)
      const middle = Math.round(paper.width / 2)
      for (let x = middle - span; x < middle + span; x++) {
        if (paper.isDark(x, from + offset)) return true
      }
      return false
    })
    expect(inside).toHaveLength(1)
    const [letters] = inside
    expect(mm((letters?.[1] ?? 0) - (letters?.[0] ?? 0) + 1)).toBeGreaterThanOrEqual(6)
  })

  test('is followed by the proper shipping name in letters at least 6 mm high', () => {
    const { bottom } = equator()
    // The letter B of « CATÉGORIE B », without accent, comma or neighbour: the last ink of its line.
    const from = bottom + Math.round(3 * paper.perMm)
    const to = from + Math.round(18 * paper.perMm)
    const rows = runs(to - from, (offset) => {
      for (let x = Math.round(68 * paper.perMm); x < 78 * paper.perMm; x++) {
        if (paper.isDark(x, from + offset)) return true
      }
      return false
    })
    const heights = rows.map(([first, last]) => mm(last - first + 1))
    const letters = heights.filter((height) => height > 1) // A rule follows the name.
    expect(letters.at(-1)).toBeGreaterThanOrEqual(6)
  })

  test('carries no patient: only codes, places, hours and the person to call', async () => {
    const [lines] = await pagesOf(await renderPdf('specimen-label', specimenLabelSample))
    expect(lines).toContain('UN3373')
    expect(lines).toContain('MATIÈRE BIOLOGIQUE,')
    expect(lines).toContain('CATÉGORIE B')
    expect(lines?.at(-2)).toContain('Dr Paul Ferrand, tél. 01 46 25 21 40')
  })
})
