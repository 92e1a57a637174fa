import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { referenceFolder } from '../../test/reference-data.js'
import { encodeGs1, GS, parseScan } from './gs1.js'

/**
 * Reference scans of the public tests of gs1-syntax-engine and zint, when the file is at hand.
 * Left out, because no box, tote or tube carries them: GS1 Digital Link (web addresses), which
 * identifiers must or may not go together, and the content of coupons, country and currency codes,
 * percent-encoded addresses and IBANs.
 */
const folder = referenceFolder('gs1')
const Case = z.object({
  id: z.string(),
  group: z.string(),
  input_kind: z.enum(['bracketed', 'fnc1_caret', 'scan', 'digital_link']),
  input: z.string(),
  valid: z.boolean(),
  ais: z.array(z.object({ ai: z.string(), value: z.string() })).optional(),
  raw_scan_equivalent: z.string().optional(),
  message: z.string().optional(),
})
type Case = z.infer<typeof Case>

const UNCHECKED_CONTENT = /^\((8110|8112|421|422|423|424|425|426|43\d\d|703\d|391\d|393\d|8007)\)/
const isCovered = ({ group, input, input_kind, valid }: Case): boolean => {
  if (input_kind === 'digital_link') return false
  if (group === 'ai_association') return valid
  return valid || !(/lint/.test(group) && UNCHECKED_CONTENT.test(input)) || /4326/.test(input)
}

const bracketed = (text: string) =>
  [...text.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/g)].map(
    ([, ai = '', value = '']) => [ai, value] as const,
  )

const cases = folder
  ? z
      .object({ cases: z.array(Case) })
      .parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')))
      .cases.filter(isCovered)
  : []

/** The scan a case stands for: brackets say where fields end, a caret is FNC1. */
function scanOf({ input, input_kind }: Case): string {
  if (input_kind === 'bracketed') return `]d2${encodeGs1(bracketed(input))}`
  return input_kind === 'fnc1_caret' ? input.replaceAll('^', GS) : input
}

describe.skipIf(cases.length === 0)('reference scans', () => {
  test('are at hand', () => {
    expect(cases.length).toBeGreaterThan(40)
  })

  test.each(cases)('$id $input', (reference) => {
    if (!reference.valid) {
      expect(() => parseScan(scanOf(reference))).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/scan-unreadable|invalid-input/) }),
      )
      return
    }
    const raw = scanOf(reference)
    const { kind, elements } = parseScan(raw)
    // The reference engine gives a bare article number no identifier: here it is a GTIN.
    const expected =
      kind === 'gtin' ? [{ ai: '01', value: reference.message?.padStart(14, '0') }] : reference.ais
    expect(elements).toEqual(expected)
    if (reference.raw_scan_equivalent !== undefined && reference.input_kind === 'bracketed') {
      expect(raw).toBe(reference.raw_scan_equivalent)
    }
  })
})
