/** What may stand around a code: an AIM symbology identifier, and what scanners add. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: scanners send control characters.
const CONTROLS = /[\u0000-\u001f\u007f]/g
const CODE_MAX = 48

/** The top row and the moved letters of a French keyboard, as a scanner set to a US layout types on it. */
const FRENCH_KEYS = '&é"\'(-è_çàqQaAzZwW;:)M,?'
const US_KEYS = '1234567890aAqQwWzZ,.-:mM'
const US_OF_FRENCH = new Map([...FRENCH_KEYS].map((key, i) => [key, US_KEYS[i] ?? key]))

/** A code as the server compares it: without what the scanner adds, in capitals. Empty: nothing was read. */
export function cleanCode(raw: string): string {
  return raw.replace(SYMBOLOGY, '').replaceAll(CONTROLS, '').trim().toUpperCase().slice(0, CODE_MAX)
}

/**
 * The readings to try, most likely first: as it came; as a scanner with a US layout meant it on a French
 * keyboard; the serial of a GS1 logistic unit (00) alone.
 */
export function readingsOf(raw: string): string[] {
  const plain = cleanCode(raw)
  const twin = cleanCode([...raw].map((key) => US_OF_FRENCH.get(key) ?? key).join(''))
  const sscc = /^\(?00\)?(\d{18})$/.exec(plain)?.[1]
  return [...new Set([plain, twin, ...(sscc === undefined ? [] : [sscc])])].filter(
    (code) => code !== '',
  )
}
