import type { Cents, MicroEuros } from './money.js'
import { centsToDecimal, divideHalfUp, microsToDecimal } from './money.js'

/** Narrow no-break space: French groups thousands with it (Imprimerie nationale, CLDR fr). */
export const THIN_SPACE = '\u202f'
/** No-break space: between a figure and its unit. */
export const FIXED_SPACE = '\u00a0'
const MINUS = '\u2212'

const THREE_DIGITS_FROM_RIGHT = /\B(?=(\d{3})+$)/g
const group = (digits: string): string => digits.replace(THREE_DIGITS_FROM_RIGHT, THIN_SPACE)

/** `12345` → « 12 345 ». Written by hand, not by `Intl`: a new ICU must not change an issued document's bytes. */
export function frInteger(value: number | bigint): string {
  const integer = BigInt(value)
  return integer < 0n ? `${MINUS}${group((-integer).toString())}` : group(integer.toString())
}

/** A plain decimal such as `"-1234.50"` → « −1 234,50 ». Keeps the decimals it is given. */
export function frDecimal(decimal: string): string {
  const [whole = '0', fraction] = decimal.replace('-', '').split('.')
  const magnitude = fraction === undefined ? group(whole) : `${group(whole)},${fraction}`
  return decimal.startsWith('-') ? `${MINUS}${magnitude}` : magnitude
}

/** `1234567n` cents → « 12 345,67 » without the sign, for a column headed « € ». */
export const frAmount = (amount: Cents): string => frDecimal(centsToDecimal(amount))

/** `1234567n` cents → « 12 345,67 € ». */
export const frEuros = (amount: Cents): string => `${frAmount(amount)}${FIXED_SPACE}€`

/** `2600000n` micro-euros → « 2,600000 »: the average cost keeps its six decimals. */
export const frUnitCost = (cost: MicroEuros): string => frDecimal(microsToDecimal(cost))

/** `numerator / denominator` as « 71,75 % », two decimals, half up. @throws RangeError when the denominator is not positive */
export function frShare(numerator: bigint, denominator: bigint): string {
  const hundredths = divideHalfUp(numerator * 10_000n, denominator)
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0')
  const sign = hundredths < 0n ? '-' : ''
  return `${frDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`)}${FIXED_SPACE}%`
}

/** « 1 bac », « 3 bacs », « 0 bac »: French keeps the singular below two. */
export function frCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${frInteger(count)}${FIXED_SPACE}${Math.abs(count) < 2 ? singular : plural}`
}

const LAST_GROUP_OF_CIP = /^(\d{4})(\d)(\d{3})(\d{4})(\d)$/

/** A 13-digit code as it is printed on boxes: `3400949369107` → « 3400 9 493 6910 7 »; anything else as it is. */
export const frCode13 = (code: string): string =>
  code.replace(LAST_GROUP_OF_CIP, ['$1', '$2', '$3', '$4', '$5'].join(FIXED_SPACE))
