import { type Cents, cents, type MicroEuros, microEuros, toCents } from '../kernel/money.js'

const MICROS_PER_CENT = 10_000n

/** Largest integer not above the quotient, also for negative dividends. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && dividend % divisor !== 0n ? quotient - 1n : quotient
}

/**
 * Cents for each value so that they add up exactly to the rounded total: every value is floored, and
 * the cents left go to the largest remainders, ties to the first. Values may be negative (returns).
 */
export function apportionToCents(values: readonly MicroEuros[]): Cents[] {
  const total = toCents(microEuros(values.reduce((sum, value) => sum + value, 0n)))
  const floors = values.map((value) => floorDivide(value, MICROS_PER_CENT))
  const left = Number(total - floors.reduce((sum, value) => sum + value, 0n))
  const byRemainder = values
    .map((value, position) => ({
      position,
      remainder: Number(value - (floors[position] ?? 0n) * MICROS_PER_CENT),
    }))
    .toSorted((a, b) => b.remainder - a.remainder || a.position - b.position)
  const raised = new Set(byRemainder.slice(0, left).map(({ position }) => position))
  return floors.map((floor, position) => cents(raised.has(position) ? floor + 1n : floor))
}
