import { z } from 'zod'
import { CalendarDate, YearMonth } from '../../src/kernel/calendar.js'
import { AmountInput, UnitCostInput } from '../../src/kernel/money.js'
import { documentHead, Place, PrintedCode, PrintedText, Quantity, sumOf } from '../kit/data.js'

/** One cost pool as this member sees it. */
const PoolShare = z.strictObject({
  name: PrintedText,
  /** The key as the convention names it: « Lignes dispensées, pondérées par mode ». */
  keyLabel: PrintedText,
  numerator: Quantity,
  denominator: Quantity,
  unit: PrintedText,
  /** The pool's cost for the whole grouping. */
  poolTotal: AmountInput,
  amount: AmountInput,
})
export type PoolShare = z.output<typeof PoolShare>

const Consumption = z.strictObject({
  product: PrintedText,
  /** UCD13 or CIP13. */
  code: PrintedCode,
  /** Net of returns; may be negative. */
  units: z.int(),
  meanUnitCost: UnitCostInput,
  amount: AmountInput,
})
export type Consumption = z.output<typeof Consumption>

/** A closed month is never reopened for this: the correction names where it comes from. */
const Correction = z.strictObject({
  originPeriod: YearMonth,
  originDocument: PrintedCode,
  reason: PrintedText,
  amount: AmountInput,
})
export type Correction = z.output<typeof Correction>

const VatLine = z.strictObject({
  /** `"2.1"`: percent. */
  rate: Quantity,
  base: AmountInput,
  amount: AmountInput,
})
export type VatLine = z.output<typeof VatLine>

/** Everything a monthly statement prints. Data whose totals do not add up are refused, never corrected. */
export const UsageStatement = z
  .strictObject({
    ...documentHead,
    member: Place,
    period: YearMonth,
    disputeDeadline: CalendarDate,
    total: AmountInput,
    previous: z.strictObject({ period: YearMonth, total: AmountInput }).optional(),
    /** None in a month without a cost pool: the statement says zero. */
    pools: z.array(PoolShare),
    corrections: z.array(Correction),
    vatLines: z.array(VatLine),
    consumption: z.strictObject({ lines: z.array(Consumption), total: AmountInput }),
    /** The dated legal mention: exemption article, or the VAT regime of the supply. */
    legalMention: PrintedText,
  })
  .refine(({ total, pools, corrections, vatLines }) => {
    const rows = [...pools, ...corrections, ...vatLines]
    return sumOf(rows.map(({ amount }) => amount)) === total
  }, 'The total is not the sum of the pools, corrections and VAT')
  .refine(
    ({ consumption }) => sumOf(consumption.lines.map(({ amount }) => amount)) === consumption.total,
    'The consumption total is not the sum of its lines',
  )
export type UsageStatement = z.output<typeof UsageStatement>
export type UsageStatementInput = z.input<typeof UsageStatement>
