import { useQuery } from '@tanstack/react-query'
import { text } from '../../ui/filters.js'
import { useFilters } from '../../ui/use-filters.js'
import { periodsQuery } from './queries.js'
import { useFinanceGrouping } from './use-finance-grouping.js'

const MonthFilter = { mois: text }

/** The months of the grouping, newest first, and the one the address names; the newest otherwise. */
export function usePeriods() {
  const { id } = useFinanceGrouping()
  const query = useQuery(periodsQuery(id))
  const [{ mois }, change] = useFilters(MonthFilter)
  const periods = query.data ?? []
  const chosen = periods.find(({ month }) => month === mois) ?? periods[0]
  return { query, periods, chosen, choose: (month: string) => change({ mois: month }) }
}

/** The month before, when the grouping has it. */
export function periodBefore<P extends { readonly month: string }>(
  periods: readonly P[],
  month: string,
): P | undefined {
  return periods
    .filter((period) => period.month < month)
    .reduce<P | undefined>(
      (latest, period) => (latest === undefined || period.month > latest.month ? period : latest),
      undefined,
    )
}
