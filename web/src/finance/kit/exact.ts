/** Amounts of the screens: whole cents as `bigint`, decimal strings at both ends, never a float. */

const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/

/** `"1234.5"` → `123450n`. @throws RangeError on anything that is not an amount */
export function centsOf(amount: string): bigint {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(amount) ?? []
  if (whole === undefined) throw new RangeError(`Not an amount: ${amount}`)
  const cents = BigInt(whole + fraction.padEnd(2, '0'))
  return sign === '-' ? -cents : cents
}

/** `-123450n` → `"-1234.50"`. */
export function amountOf(cents: bigint): string {
  const digits = magnitude(cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const magnitude = (cents: bigint): bigint => (cents < 0n ? -cents : cents)
export const minus = (amount: string, other: string): string =>
  amountOf(centsOf(amount) - centsOf(other))
export const sumOf = (amounts: readonly string[]): string =>
  amountOf(amounts.reduce((sum, amount) => sum + centsOf(amount), 0n))

/** Largest first, whatever the sign. */
export const byMagnitude = (a: string, b: string): number =>
  Number(magnitude(centsOf(b)) - magnitude(centsOf(a)))

const DRAWN_STEPS = 10_000n

/** A length between 0 and 1 to draw with, never an amount: part of whole, by their magnitudes. */
export function lengthOf(part: string, whole: string): number {
  const all = magnitude(centsOf(whole))
  if (all === 0n) return 0
  return Number((magnitude(centsOf(part)) * DRAWN_STEPS) / all) / Number(DRAWN_STEPS)
}

/** How much an amount changed, as a share of what it was; undefined when it was nothing. */
export function changeOf(now: string, before: string): number | undefined {
  const was = magnitude(centsOf(before))
  if (was === 0n) return undefined
  const change = centsOf(now) - centsOf(before)
  return Number((change * DRAWN_STEPS) / was) / Number(DRAWN_STEPS)
}

const SPACES = /[\s\u00a0\u202f€]/g

/**
 * An amount as a person types it, `1 234,56`, as the API takes it, `1234.56`; undefined when it is not one.
 * A point is a decimal point: nobody here groups thousands with it.
 */
export function typedAmount(text: string): string | undefined {
  const plain = text.replaceAll(SPACES, '').replace('\u2212', '-').replace(',', '.')
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(plain) ? plain : undefined
}
