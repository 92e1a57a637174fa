import { cip13OfGtin, Gtin14, hasGs1Key } from './codes.js'
import { DomainError, invalidField } from './errors.js'
import { hiddenElements } from './gs1-ambiguity.js'
import { GS1_IDENTIFIERS, type Gs1Element, leadingIdentifier } from './gs1-identifiers.js'
import { maxValueLength, valueProblem } from './gs1-values.js'

/** The separator a scanner sends for FNC1 (ASCII 29). */
export const GS = '\u001d'

/** A value that could also be read as a shorter value followed by elements whose separator was lost. */
export interface Gs1Ambiguity {
  readonly ai: string
  readonly value: string
  /** The other reading: the shortened value first, then what it would have swallowed. */
  readonly couldBe: readonly Gs1Element[]
}

export interface ScannedCode {
  /** `gs1` element strings, or `gtin` for a bare 12 to 14 digit article number. */
  readonly kind: 'gs1' | 'gtin'
  /** What the scanner said it read (`]d2`), when it is set to say so. */
  readonly symbology: string | undefined
  readonly elements: readonly Gs1Element[]
  readonly ambiguities: readonly Gs1Ambiguity[]
  /** The scanner does send separators: seen in this very scan. */
  readonly hasSeparator: boolean
}

// ISO/IEC 15424 identifiers of the symbologies that carry element strings, and of article numbers.
const ELEMENT_SYMBOLOGIES = new Set([']C1', ']d2', ']e0', ']e1', ']e2', ']J1', ']Q3'])
const ARTICLE_SYMBOLOGIES = new Set([']E0', ']E4', ']I0', ']I1'])

/**
 * Reads what a scanner sends: element strings in any order (GS1 General Specifications, §7.8), or a
 * bare CIP13, EAN or GTIN. Syntax only: an ambiguity is reported, never resolved.
 * @throws DomainError `scan-unreadable`, with what to do
 */
export function parseScan(raw: string): ScannedCode {
  // Keyboard-wedge scanners end with Enter or Tab.
  const text = raw.replace(/[\r\n\t]+$/, '')
  const symbology = /^\][A-Za-z]\w/.exec(text)?.[0]
  const data = symbology === undefined ? text : text.slice(symbology.length)

  if (symbology !== undefined && ARTICLE_SYMBOLOGIES.has(symbology)) {
    return articleNumber(data, symbology)
  }
  if (symbology !== undefined && !ELEMENT_SYMBOLOGIES.has(symbology)) {
    throw unreadable(
      'not-gs1',
      `A ${symbology} code is not a GS1 code. Scan the DataMatrix of the box`,
    )
  }
  // Without a symbology, 13 digits that begin 3400 would also read as a weight: an article number wins.
  if (symbology === undefined && /^\d{12,14}$/.test(data)) return articleNumber(data, undefined)
  return elementStrings(data, symbology)
}

/** The value of one identifier, if the code holds it. */
export const valueOfAi = (scan: ScannedCode, ai: string): string | undefined =>
  scan.elements.find((element) => element.ai === ai)?.value

/** The CIP13 a scan names, through its GTIN, when it is a French presentation. */
export function cip13Of(scan: ScannedCode): string | undefined {
  const gtin = Gtin14.safeParse(valueOfAi(scan, '01')).data
  return gtin === undefined ? undefined : cip13OfGtin(gtin)
}

/**
 * The element string of these values, in this order, with a separator after each open-ended one.
 * @throws DomainError `invalid-input` naming the identifier
 */
export function encodeGs1(elements: Iterable<readonly [ai: string, value: string]>): string {
  let encoded = ''
  let needsSeparator = false
  for (const [ai, value] of elements) {
    const identifier = GS1_IDENTIFIERS.get(ai)
    if (identifier === undefined) throw invalidField(ai, 'This GS1 identifier does not exist')
    const problem = valueProblem(identifier, value)
    if (problem !== undefined) throw invalidField(ai, `(${ai}) is refused: ${problem}`)
    encoded += `${needsSeparator ? GS : ''}${ai}${value}`
    needsSeparator = !identifier.isPredefinedLength
  }
  return encoded
}

function articleNumber(digits: string, symbology: string | undefined): ScannedCode {
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || !hasGs1Key(digits)) {
    throw unreadable('check-digit', 'This article number is misread: scan it again or type it')
  }
  const elements = [{ ai: '01', value: digits.padStart(14, '0') }]
  return { kind: 'gtin', symbology, elements, ambiguities: [], hasSeparator: false }
}

function elementStrings(data: string, symbology: string | undefined): ScannedCode {
  const elements: Gs1Element[] = []
  // Some scanners also send the FNC1 that opens the symbol.
  let rest = data.startsWith(GS) ? data.slice(1) : data
  const hasSeparator = rest.includes(GS)
  do {
    const { element, length } = nextElement(rest)
    const same = elements.find(({ ai }) => ai === element.ai)
    if (same === undefined) elements.push(element)
    else if (same.value !== element.value) {
      throw unreadable(
        'repeated',
        `(${element.ai}) appears twice with two values. Enter it by hand`,
      )
    }
    rest = rest.slice(length)
    if (rest.startsWith(GS)) rest = rest.slice(1)
  } while (rest !== '')
  return { kind: 'gs1', symbology, elements, ambiguities: ambiguitiesOf(elements), hasSeparator }
}

function nextElement(text: string): { readonly element: Gs1Element; readonly length: number } {
  const identifier = leadingIdentifier(text)
  if (identifier === undefined) {
    const seen = JSON.stringify(text.slice(0, 4)).slice(1, -1)
    throw unreadable(
      'unknown-identifier',
      `Not a GS1 code: no identifier begins with "${seen}". ${REMEDY}`,
    )
  }
  const { ai, isPredefinedLength } = identifier
  const separator = text.indexOf(GS)
  const upToSeparator = separator === -1 ? text.length : separator
  const length = isPredefinedLength
    ? Math.min(ai.length + maxValueLength(identifier), upToSeparator)
    : upToSeparator
  const value = text.slice(ai.length, length)
  const problem = valueProblem(identifier, value)
  if (problem !== undefined) {
    throw unreadable('bad-value', `(${ai}) is refused: ${problem}. ${REMEDY}`, { ai, value })
  }
  return { element: { ai, value }, length }
}

function ambiguitiesOf(elements: readonly Gs1Element[]): Gs1Ambiguity[] {
  const present = new Set(elements.map(({ ai }) => ai))
  return elements.flatMap(({ ai, value }) =>
    GS1_IDENTIFIERS.get(ai)?.isPredefinedLength === true
      ? []
      : hiddenElements({ ai, value }, present).map((couldBe) => ({ ai, value, couldBe })),
  )
}

/** The one remedy of a scan whose text is not what the symbol holds. */
export const REMEDY =
  'Scan again; if it persists, set the scanner to send GS (ASCII 29) and the right keyboard, or enter the box by hand'

/** Refuses a scan, with the reason as data for the screen. */
export function unreadable(
  reason: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  return new DomainError('scan-unreadable', message, { reason, ...details })
}
