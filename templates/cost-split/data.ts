import { z } from 'zod'
import { CalendarDate } from '../../src/kernel/calendar.js'
import { AmountInput } from '../../src/kernel/money.js'
import { documentHead, PrintedText, Quantity, sumOf } from '../kit/data.js'

const Pool = z.strictObject({
  name: PrintedText,
  keyLabel: PrintedText,
  /** « décision AG du 12/12/2025 ». */
  decision: PrintedText.optional(),
  unit: PrintedText,
  /** One per member, in the order of `members`. */
  numerators: z.array(Quantity),
  denominator: Quantity,
  amounts: z.array(AmountInput),
  total: AmountInput,
})
export type Pool = z.output<typeof Pool>

/** The table an assembly votes on: who pays what, by which key. Refused unless it adds up both ways. */
export const CostSplit = z
  .strictObject({
    ...documentHead,
    /** « mars 2026 », « exercice 2025 ». */
    periodLabel: PrintedText,
    assemblyOn: CalendarDate.optional(),
    members: z.array(PrintedText).min(1).max(40),
    pools: z.array(Pool),
    memberTotals: z.array(AmountInput),
    total: AmountInput,
    legalMention: PrintedText.optional(),
  })
  .refine(
    ({ members, pools, memberTotals }) =>
      [memberTotals, ...pools.flatMap((pool) => [pool.amounts, pool.numerators])].every(
        (row) => row.length === members.length,
      ),
    'Every row needs one value per member',
  )
  .refine(
    ({ pools, total }) =>
      pools.every((pool) => sumOf(pool.amounts) === pool.total) &&
      sumOf(pools.map((pool) => pool.total)) === total,
    'The rows do not add up to the cent',
  )
  .refine(
    ({ pools, memberTotals, total }) =>
      sumOf(memberTotals) === total &&
      memberTotals.every(
        (amount, member) => sumOf(pools.map((pool) => pool.amounts[member] ?? 0n)) === amount,
      ),
    'The columns do not add up to the cent',
  )
export type CostSplit = z.output<typeof CostSplit>
export type CostSplitInput = z.input<typeof CostSplit>
