import { z } from 'zod'
import { InstantInput, PARIS } from '../../src/kernel/calendar.js'

/** A sentence or a name. An unknown character is printed as a box, see `drawable`. */
export const PrintedText = z.string().min(1).max(400)
/** Something that identifies: plain ASCII, so that paper, barcode and database say the same. */
export const PrintedCode = z.string().regex(/^[ -~]{1,48}$/, 'Plain ASCII, 48 characters at most')
export const Phone = z
  .string()
  .regex(/^[+\d][\d .]{3,19}$/, 'A phone number such as "01 46 25 20 00"')
export const Count = z.int().min(0)

/** A decimal string without unit: a measured driver such as `"6120"` or `"12.5"`. */
export const Quantity = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'A decimal such as "6120" or "12.5"')

/** What every document needs to be identified, dated and repeated byte for byte. */
export const documentHead = {
  number: PrintedCode,
  groupingName: PrintedText,
  issuedAt: InstantInput,
  timeZone: z.string().default(PARIS),
  supersedes: z
    .strictObject({ number: PrintedCode, issuedAt: InstantInput, reason: PrintedText })
    .optional(),
}

/** A place goods or specimens leave from or go to. */
export const Place = z.strictObject({
  name: PrintedText,
  finess: z
    .string()
    .regex(/^[0-9AB]{9}$/)
    .optional(),
  unit: PrintedText.optional(),
  point: PrintedText.optional(),
  address: z.array(PrintedText).max(4),
  phone: Phone.optional(),
})
export type Place = z.output<typeof Place>

/** The one fault a reader cannot forgive: a total that is not the sum of what stands above it. */
export const sumOf = (amounts: Iterable<bigint>): bigint => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

const SCALE = 6

function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const magnitude = BigInt(whole + fraction.padEnd(SCALE, '0'))
  return decimal.startsWith('-') ? -magnitude : magnitude
}

/** Two decimal strings as exact integers of the same scale; an empty total counts for one, so that a share of nothing is zero. */
export function ratioOf(part: { numerator: string; denominator: string }): [bigint, bigint] {
  const whole = scaled(part.denominator)
  return [scaled(part.numerator), whole > 0n ? whole : 1n]
}
