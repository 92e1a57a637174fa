import { Gtin14 } from '../kernel/codes.js'
import { DomainError } from '../kernel/errors.js'
import { parseScan, type ScannedCode, valueOfAi } from '../kernel/gs1.js'

/** What somebody typed or scanned, as the searches understand it. */
export interface Question {
  /** What it reads as to a person: without the marks of a scanner. */
  readonly text: string
  /** Every way to write in full what it may name. */
  readonly exact: readonly string[]
  /** The beginning of a number or code; null where it would begin nearly everything. */
  readonly beginning: string | null
  /** A number or code rather than words: only what is called exactly so resembles it. */
  readonly isReference: boolean
  /** The medicine box behind it. */
  readonly box: { readonly gtin: Gtin14; readonly lotNumber: string | null } | null
}

/** What a scanner that says what it read puts in front (ISO/IEC 15424): `]C1`, `]d2`. */
const SYMBOLOGY = /^\][A-Za-z]\d/
/** `C-2026-00418`, and as people say it: `c 2026 418`, `BAC-PUI-92-2026-1`. */
const SERIES = /^([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*?)[\s-]*(\d{4})[\s-]+(\d{1,5})$/
/** The beginning of a series, which begins all its numbers: `C`, `BL-2026`, `C-2026-0`. */
const BARE_SERIES = /^[A-Z]{1,3}(-(\d{0,4}|\d{4}-\d?))?$/
/** A number or a label of ours, as soon as it shows. */
const REFERENCE = /^([A-Z]{1,3}-\d|(BAC|SAC)-)/
const SEQUENCE = /^\d{1,5}$/
const SEQUENCE_DIGITS = 5
const BEGINNING_MIN = 3

/** The series whose numbers people say by their last digits alone. */
const SAID_SHORT = ['C', 'BL', 'BLS', 'LB', 'T', 'FR', 'RC', 'TR'] as const

/** Reads what was asked. `year` completes a number said by its last digits; so does the year before. */
export function readQuestion(asked: string, year: number): Question {
  const text = asked.replace(SYMBOLOGY, '').trim()
  const upper = text.toUpperCase()
  const scan = scanned(asked)
  const sscc = scan && valueOfAi(scan, '00')
  const written = inFull(upper)
  return {
    text,
    exact: [
      ...new Set([
        ...[text, upper],
        ...(written === null ? [] : [written]),
        ...(sscc === undefined ? [] : [sscc, `00${sscc}`, `(00)${sscc}`]),
        ...shortForms(upper, year),
      ]),
    ],
    beginning: text.length < BEGINNING_MIN || BARE_SERIES.test(upper) ? null : upper,
    isReference: written !== null || REFERENCE.test(upper) || scan?.kind === 'gs1',
    box: scan ? boxOf(scan) : null,
  }
}

/** Zeros in front of too few digits are the beginning of a number, not a number said short. */
function inFull(upper: string): string | null {
  const [, prefix, year, sequence = ''] = SERIES.exec(upper) ?? []
  if (prefix === undefined) return null
  if (sequence.startsWith('0') && sequence.length < SEQUENCE_DIGITS) return null
  return `${prefix}-${year}-${sequence.padStart(SEQUENCE_DIGITS, '0')}`
}

function shortForms(upper: string, year: number): string[] {
  if (!SEQUENCE.test(upper)) return []
  const sequence = upper.padStart(SEQUENCE_DIGITS, '0')
  return [year, year - 1].flatMap((one) =>
    SAID_SHORT.map((prefix) => `${prefix}-${one}-${sequence}`),
  )
}

/** What a scanner would have sent, or nothing: most of what is typed is no GS1 code at all. */
function scanned(asked: string): ScannedCode | undefined {
  try {
    return parseScan(asked)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'scan-unreadable') return undefined
    throw error
  }
}

function boxOf(scan: ScannedCode): Question['box'] {
  const gtin = Gtin14.safeParse(valueOfAi(scan, '01')).data
  return gtin === undefined ? null : { gtin, lotNumber: valueOfAi(scan, '10') ?? null }
}
