import { useQueries, useQuery } from '@tanstack/react-query'
import type { Blocker, PeriodView, StatementView } from '../../../../src/billing/schema.js'
import { minus } from '../kit/exact.js'
import { monthTotalsQuery, periodsQuery, splitQuery, statementsQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'

export interface MonthRow {
  readonly period: PeriodView
  /** Undefined while it loads; null when the month cannot be split yet. */
  readonly total: string | null | undefined
  readonly members: readonly { readonly establishmentId: string; readonly total: string }[]
  /** Against the month just before, when both have a total and this one is over. */
  readonly difference: string | undefined
  readonly before: string | undefined
  readonly blockers: readonly Blocker[]
  readonly warnings: readonly Blocker[]
  readonly statements: readonly StatementView[]
}

/** Months newest first: closed ones as frozen, the others as the server would split them now. */
export function useMonths() {
  const { id } = useFinanceGrouping()
  const periods = useQuery(periodsQuery(id))
  const totals = useQuery(monthTotalsQuery(id))
  const statements = useQuery(statementsQuery(id))
  const underway = (periods.data ?? []).filter(({ state }) => state !== 'closed')
  const splits = useQueries({
    queries: underway.map((period) => ({ ...splitQuery(period.id), retry: false })),
  })
  const rows = (periods.data ?? []).map((period): Omit<MonthRow, 'difference' | 'before'> => {
    const own = (statements.data ?? []).filter(({ periodId }) => periodId === period.id)
    const frozen = totals.data?.find(({ periodId }) => periodId === period.id)
    const at = underway.indexOf(period)
    const split = at < 0 ? undefined : splits[at]
    return {
      period,
      statements: own,
      total: frozen?.total ?? split?.data?.total ?? (split?.error ? null : undefined),
      members: frozen?.members ?? split?.data?.members ?? [],
      blockers: split?.data?.blockers ?? [],
      warnings: period.state === 'closed' ? [] : (split?.data?.warnings ?? []),
    }
  })
  return { periods, rows: rows.map((row, index) => compared(row, rows[index + 1]?.total)) }
}

const compared = (
  row: Omit<MonthRow, 'difference' | 'before'>,
  before: string | null | undefined,
): MonthRow =>
  row.total && before && !row.blockers.some(({ code }) => code === 'month-not-over')
    ? { ...row, before, difference: minus(row.total, before) }
    : { ...row, before: undefined, difference: undefined }
