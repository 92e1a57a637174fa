import { splitEqually } from '../../../../src/kernel/largest-remainder.js'
import { cents } from '../../../../src/kernel/money.js'
import { amountOf, centsOf, sumOf } from '../kit/exact.js'
import { MONTHS } from './year-months.js'

/** A year in twelve parts, as the server splits everything else: the odd cents go to the first months. */
export const twelfthsOf = (total: string): readonly string[] =>
  splitEqually(cents(centsOf(total)), MONTHS).map(amountOf)

/** How many cents the year leaves over when it is in equal twelfths; undefined when it is not. */
export function remainderOf(amounts: readonly string[]): number | undefined {
  const total = sumOf(amounts)
  const isEven = twelfthsOf(total).every(
    (part, index) => centsOf(part) === centsOf(amounts[index] ?? '0'),
  )
  return isEven && amounts.length === MONTHS ? Number(centsOf(total) % BigInt(MONTHS)) : undefined
}
