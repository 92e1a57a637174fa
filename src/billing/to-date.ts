import { type Cents, cents } from '../kernel/money.js'

export interface BudgetedMonth {
  readonly budget: Cents
  /** Null when nothing ever happened in the month. */
  readonly charged: Cents | null
}

export interface MonthToDate extends BudgetedMonth {
  readonly budgetToDate: Cents
  readonly chargedToDate: Cents
}

/** Each month with everything since the first one; a month without anything adds nothing charged. */
export function toDate(months: readonly BudgetedMonth[]): MonthToDate[] {
  let budgetToDate = cents(0n)
  let chargedToDate = cents(0n)
  return months.map((month) => {
    budgetToDate = cents(budgetToDate + month.budget)
    chargedToDate = cents(chargedToDate + (month.charged ?? 0n))
    return { ...month, budgetToDate, chargedToDate }
  })
}

/** All pools together, month by month. */
export const addPools = (pools: readonly (readonly BudgetedMonth[])[]): BudgetedMonth[] =>
  (pools[0] ?? []).map((_, index) => {
    const month = pools.flatMap((pool) => pool[index] ?? [])
    const charged = month.flatMap((own) => own.charged ?? [])
    return {
      budget: sum(month.map(({ budget }) => budget)),
      charged: charged.length === 0 ? null : sum(charged),
    }
  })

const sum = (values: readonly bigint[]): Cents =>
  cents(values.reduce((total, value) => total + value, 0n))
