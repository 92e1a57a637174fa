import type { CalendarDate } from './calendar.js'
import { DomainError } from './errors.js'
import { type Gs1Ambiguity, parseScan, type ScannedCode, unreadable, valueOfAi } from './gs1.js'
import type { Gs1Element } from './gs1-identifiers.js'
import { gs1Date } from './gs1-values.js'

/** What a box says of itself. A bare article number or an outer case may say no more than its GTIN. */
export interface MedicineScan {
  readonly gtin: string
  readonly lotNumber: string | undefined
  readonly expiresOn: CalendarDate | undefined
  readonly serial: string | undefined
}

export interface MedicineScanOptions {
  /** Fixes the century of the expiry. */
  readonly today: CalendarDate
  /** The product carries a unique identifier (EU 2016/161): GTIN, lot, expiry and serial, all four. */
  readonly isSerialised: boolean
  /** The product in hand, when the screen already knows it: completes a code that does not name it. */
  readonly knownGtin?: string
  /** Lots of this product that are already known: a lot read exactly as one of them is not in doubt. */
  readonly knownLots?: readonly string[]
}

const EXPIRY = '17'
const NAMES: Readonly<Record<string, string>> = {
  '10': 'lot (10)',
  '17': 'expiry (17)',
  '21': 'serial number (21)',
}

/** On a product that need not carry a serial, the shortest lot or serial believed to hide in a value. */
const HIDDEN_LENGTH_MIN = 4

/**
 * Reads the code of a medicine. A lost separator would turn lot `LOT1` and serial `SER9` into the
 * lot `LOT121SER9`: what could hide another field is refused, never guessed.
 * @throws DomainError `scan-unreadable` with what to do, `scan-mismatch` when it is another product
 */
export function readMedicineScan(raw: string, options: MedicineScanOptions): MedicineScan {
  const scan = parseScan(raw)
  const doubt = scan.ambiguities.find((ambiguity) => isPlausible(ambiguity, scan, options))
  if (doubt !== undefined) throw separatorLost(doubt)

  const [lotNumber, serial, expiry] = ['10', '21', EXPIRY].map((ai) => valueOfAi(scan, ai))
  const scanned = valueOfAi(scan, '01')
  const saysMore = lotNumber !== undefined || serial !== undefined || expiry !== undefined
  if (options.isSerialised && saysMore) requireUniqueIdentifier(scan.elements)
  return {
    gtin: gtinOf(scanned, options.knownGtin),
    lotNumber,
    expiresOn: expiry === undefined ? undefined : gs1Date(expiry, options.today),
    serial,
  }
}

function isPlausible(
  { ai, value, couldBe }: Gs1Ambiguity,
  scan: ScannedCode,
  options: MedicineScanOptions,
): boolean {
  if (ai === '10' && options.knownLots?.includes(value) === true) return false
  return couldBe.slice(1).some((hidden) => {
    switch (hidden.ai) {
      case '01':
      case EXPIRY:
        return true
      case '10':
      case '21':
        return options.isSerialised || hidden.value.length >= HIDDEN_LENGTH_MIN
      default:
        // A date that boxes seldom carry: doubtful only when nothing shows that separators are sent.
        return !scan.hasSeparator
    }
  })
}

function requireUniqueIdentifier(elements: readonly Gs1Element[]): void {
  const missing = ['10', EXPIRY, '21'].filter((ai) => elements.every((found) => found.ai !== ai))
  if (missing.length === 0) return
  const names = missing.map((ai) => NAMES[ai]).join(', ')
  throw unreadable(
    'incomplete',
    `This product is serialised and the scan gives no ${names}: a separator was probably lost. ${CONFIGURE}`,
    { missing },
  )
}

const CONFIGURE = 'Set the scanner to send GS (ASCII 29) between fields, or enter the box by hand'

function separatorLost({ ai, value, couldBe }: Gs1Ambiguity): DomainError {
  const other = couldBe.map((element) => `(${element.ai}) ${element.value}`).join(' ')
  return unreadable(
    'separator-lost',
    `(${ai}) ${value} may also be ${other}: a separator may have been lost. ${CONFIGURE}`,
    { ai, value, couldBe },
  )
}

function gtinOf(scanned: string | undefined, known: string | undefined): string {
  const gtin = scanned ?? known
  if (gtin === undefined) {
    throw unreadable(
      'no-product',
      'This code names no product (01). Scan the code of the box itself',
    )
  }
  if (known !== undefined && gtin !== known) {
    throw new DomainError(
      'scan-mismatch',
      `This box is ${gtin}: ${known} is expected. Put it back`,
      {
        scanned: gtin,
        expected: known,
      },
    )
  }
  return gtin
}
