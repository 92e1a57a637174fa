import type { BudgetComparisonView } from '../../../../src/billing/budget-schema.js'
import { changeOf, minus } from '../kit/exact.js'

type ComparedMonth = BudgetComparisonView['total'][number]

/** What was spent beside what was voted. */
export interface Against {
  readonly charged: string
  readonly budget: string
  readonly gap: string
  /** As a share of the budget; undefined where nothing was voted. */
  readonly share: number | undefined
}

export interface ComparedRow {
  readonly id: string
  readonly label: string
  readonly month: Against
  readonly toDate: Against
}

const against = (charged: string, budget: string): Against => ({
  charged,
  budget,
  gap: minus(charged, budget),
  share: changeOf(charged, budget),
})

const rowOf = (id: string, label: string, month: ComparedMonth): ComparedRow => ({
  id,
  label,
  month: against(month.charged ?? '0.00', month.budget),
  toDate: against(month.chargedToDate, month.budgetToDate),
})

/** Each pool, then all of them, in one month of the year. */
export function comparedRows(
  { months, pools, total }: BudgetComparisonView,
  month: string,
  totalLabel: string,
): { readonly pools: readonly ComparedRow[]; readonly total: ComparedRow } | undefined {
  const at = months.findIndex((one) => one.month === month)
  const all = total[at]
  if (all === undefined) return undefined
  return {
    pools: pools.flatMap((pool) => {
      const own = pool.months[at]
      return own === undefined ? [] : [rowOf(pool.poolId, pool.label, own)]
    }),
    total: rowOf('total', totalLabel, all),
  }
}
