import { z } from 'zod'
import { CalendarDate, InstantView, YearMonth } from '../kernel/calendar.js'
import { BudgetVoteId, CostPoolId, GroupingId, PeriodId } from '../kernel/ids.js'
import { AmountInput, AmountView } from '../kernel/money.js'
import { PeriodState } from './transitions.js'

export const MONTHS_IN_YEAR = 12

/** The calendar year is the fiscal year of a groupement. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2199

const BudgetAmount = AmountInput.refine((amount) => amount >= 0n, 'A budget is never negative')

const BudgetPoolInput = z.strictObject({
  poolId: CostPoolId,
  /** January to December. */
  amounts: z.array(BudgetAmount).length(MONTHS_IN_YEAR),
})

export const RecordBudgetInput = z.strictObject({
  groupingId: GroupingId,
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
  votedOn: CalendarDate,
  decisionReference: z.string().trim().min(1).max(120),
  /** The version this one replaces, as its author read it; 0 for the first vote of a year. */
  replacesVersion: z.int().min(0).max(1_000),
  pools: z
    .array(BudgetPoolInput)
    .min(1)
    .max(100)
    .refine((pools) => new Set(pools.map(({ poolId }) => poolId)).size === pools.length, {
      error: 'Each pool may appear only once',
    }),
})
export type RecordBudgetInput = z.output<typeof RecordBudgetInput>

export const BudgetYearQuery = z.object({
  groupingId: GroupingId,
  year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR),
})
export type BudgetYearQuery = z.output<typeof BudgetYearQuery>

/** One vote of a year’s budget: what it gives each pool, month by month. */
export const BudgetVoteView = z
  .object({
    id: BudgetVoteId,
    groupingId: GroupingId,
    year: z.int(),
    version: z.int(),
    votedOn: CalendarDate,
    decisionReference: z.string(),
    recordedAt: InstantView,
    recordedBy: z.string(),
    total: AmountView,
    pools: z.array(
      z.object({
        poolId: CostPoolId,
        label: z.string(),
        /** January to December. */
        amounts: z.array(AmountView).length(MONTHS_IN_YEAR),
        total: AmountView,
      }),
    ),
  })
  .meta({ ref: 'BudgetVote' })
export type BudgetVoteView = z.infer<typeof BudgetVoteView>

const ComparedMonthView = z.object({
  budget: AmountView,
  /** Null while the month has not begun: nothing happened in it. */
  charged: AmountView.nullable(),
  budgetToDate: AmountView,
  chargedToDate: AmountView,
})

/** A year against its budget: each month, and everything since January. */
export const BudgetComparisonView = z
  .object({
    year: z.int(),
    /** The vote that counts; null when nothing was voted yet. */
    version: z.int().nullable(),
    months: z
      .array(
        z.object({
          month: YearMonth,
          period: z.object({ id: PeriodId, state: PeriodState }).nullable(),
        }),
      )
      .length(MONTHS_IN_YEAR),
    pools: z.array(
      z.object({
        poolId: CostPoolId,
        label: z.string(),
        months: z.array(ComparedMonthView).length(MONTHS_IN_YEAR),
      }),
    ),
    total: z.array(ComparedMonthView).length(MONTHS_IN_YEAR),
  })
  .meta({ ref: 'BudgetComparison' })
export type BudgetComparisonView = z.infer<typeof BudgetComparisonView>
