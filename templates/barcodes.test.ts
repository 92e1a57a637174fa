import { describe, expect, test } from 'vitest'
import { gs1Text } from './kit/barcode.js'
import { renderPdf } from './registry.js'
import { samples } from './samples.js'
import { pixelsOf, scan } from './testing/see-pdf.js'

const PRINTER_DPI = 300

async function scannedOn(bytes: Uint8Array, page = 1) {
  return scan(await pixelsOf(bytes, page, PRINTER_DPI))
}

describe('a scanner reads from the paper', () => {
  test('each lot of a delivery note: product, expiry and lot, exactly', async () => {
    const note = samples['delivery-note']
    const found = await scannedOn(await renderPdf('delivery-note', note))
    const expected = note.lines.flatMap(({ lots }) =>
      lots.map(({ gtin = '', lot, expiresOn }) => gs1Text({ gtin, lot, expiresOn })),
    )
    const packs = found.filter(({ format }) => format === 'DataMatrix')
    expect(packs.map(({ text }) => text).sort()).toEqual(expected.sort())
    expect(new Set(packs.map(({ symbology }) => symbology))).toEqual(new Set([']d2']))
    expect(expected).toContain('01034009301997251727013110X7K-0098')
  })

  test.each([
    ['delivery-note', 'BL-2026-00418'],
    ['specimen-manifest', 'EL-2026-01207'],
    ['usage-statement', 'RC-2026-03-007'],
    ['cost-split', 'TR-2026-03'],
    ['run-sheet', 'FR-2026-00163'],
  ] as const)('the number of a %s', async (kind, number) => {
    const found = await scannedOn(await renderPdf(kind, samples[kind]))
    const numbers = found.filter(({ format }) => format === 'Code128')
    expect(numbers.map(({ text }) => text)).toEqual([number])
  })

  test('on the last page too, so that a loose sheet finds its document', async () => {
    const bytes = await renderPdf('usage-statement', samples['usage-statement'])
    expect((await scannedOn(bytes, 2)).map(({ text }) => text)).toEqual(['RC-2026-03-007'])
  })

  test('the note and the tote on each tote label', async () => {
    const bytes = await renderPdf('tote-label', samples['tote-label'])
    for (const [index, { code }] of samples['tote-label'].totes.entries()) {
      const found = await scannedOn(bytes, index + 1)
      expect(found.map(({ text }) => text).sort()).toEqual([code, 'BL-2026-00418'])
    }
  })

  test('the container twice on a specimen label', async () => {
    const found = await scannedOn(await renderPdf('specimen-label', samples['specimen-label']))
    const read = found.map(({ format, text }) => `${format} ${text}`).sort()
    expect(read).toEqual(['Code128 SAC-2231', 'DataMatrix SAC-2231'])
  })
})

test('a lot that GS1 cannot encode is printed in words, without a symbol that would lie', async () => {
  const note = structuredClone(samples['delivery-note'])
  const [line] = note.lines
  if (!line) throw new Error('the sample has lines')
  line.lots = [{ lot: 'A 1#7', expiresOn: '2027-01-31', units: 1, gtin: '03400936381575' }]
  note.lines = [line]
  const found = await scannedOn(await renderPdf('delivery-note', note))
  expect(found.map(({ format }) => format)).toEqual(['Code128'])
})
