import { z } from 'zod'

/** Euro cents, exact. May be negative (avoir). */
export const Cents = z.bigint().brand<'Cents'>()
export type Cents = z.infer<typeof Cents>

/** Millionths of a euro: unit costs, the average cost (PUMP, six decimals) and their products with units. */
export const MicroEuros = z.bigint().brand<'MicroEuros'>()
export type MicroEuros = z.infer<typeof MicroEuros>

export const cents = (value: bigint): Cents => Cents.parse(value)
export const microEuros = (value: bigint): MicroEuros => MicroEuros.parse(value)

const MICROS_PER_CENT = 10_000n

/** Integer division, half away from zero (« arrondi commercial »). @throws RangeError when the divisor is not positive */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('The divisor must be positive')
  const magnitude = dividend < 0n ? -dividend : dividend
  const quotient = (2n * magnitude + divisor) / (2n * divisor)
  return dividend < 0n ? -quotient : quotient
}

/** Value of `units` at a unit cost, in micro-euros: exact. */
export const costOf = (unitCost: MicroEuros, units: number): MicroEuros =>
  microEuros(unitCost * BigInt(units))

/** Rounds a value once, to the cent, half up. */
export const toCents = (value: MicroEuros): Cents => cents(divideHalfUp(value, MICROS_PER_CENT))

function decimal(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function parseDecimal(text: string, scale: number): bigint {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole + fraction.padEnd(scale, '0'))
  return negative ? -value : value
}

/** `1234n` → `"12.34"`: money on the wire is a decimal string. */
export const centsToDecimal = (value: Cents): string => decimal(value, 2)
/** `2500000n` → `"2.500000"`. */
export const microsToDecimal = (value: MicroEuros): string => decimal(value, 6)

/** Money received on the wire: `"12.34"`, at most two decimals. */
export const AmountInput = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,2})?$/, 'An amount in euros such as "1234.56"')
  .transform((text) => cents(parseDecimal(text, 2)))

/** Unit cost received on the wire: `"2.800000"`, at most six decimals, never negative. */
export const UnitCostInput = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'A unit cost in euros such as "2.80", six decimals at most')
  .transform((text) => microEuros(parseDecimal(text, 6)))

export const AmountView = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Euros, two decimals', example: '1234.56' })
export const UnitCostView = z
  .string()
  .regex(/^-?\d+\.\d{6}$/)
  .meta({ description: 'Euros per dispensing unit, six decimals', example: '2.600000' })
