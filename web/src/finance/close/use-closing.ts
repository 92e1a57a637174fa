import { useQuery } from '@tanstack/react-query'
import type { MonthSplitView, PeriodView } from '../../../../src/billing/schema.js'
import { periodsQuery, splitQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { periodBefore } from '../kit/use-periods.js'

export interface Closing {
  readonly period: PeriodView
  readonly split: MonthSplitView
  /** The month before, as it was split; undefined when there is none. */
  readonly before: MonthSplitView | undefined
}

/** One month with what it would split now, beside the month before. */
export function useClosing(periodId: string) {
  const { id } = useFinanceGrouping()
  const periods = useQuery(periodsQuery(id))
  const period = periods.data?.find((one) => one.id === periodId)
  const previous = period && periodBefore(periods.data ?? [], period.month)
  const split = useQuery({ ...splitQuery(periodId), retry: false })
  const before = useQuery({ ...splitQuery(previous?.id ?? ''), enabled: previous !== undefined })
  return { periods, period, previous, split, before: before.data }
}
