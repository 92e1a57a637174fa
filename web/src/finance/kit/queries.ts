import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

const ALL = '200'

export const periodsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['periods', 'of', groupingId],
    queryFn: () => read(api.periods.$get({ query: { groupingId, limit: ALL } })),
    select: ({ items }) => items,
  })

/** Closed months as they were frozen. */
export const monthTotalsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['periods', 'totals', groupingId],
    queryFn: () => read(api['month-totals'].$get({ query: { groupingId } })),
    select: ({ items }) => items,
  })

export const splitQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['split', periodId],
    queryFn: () => read(api.periods[':id'].split.$get({ param: { id: periodId } })),
  })

interface ShareOf {
  readonly periodId: string
  readonly poolId: string
  readonly establishmentId: string
}

export const shareQuery = ({ periodId, poolId, establishmentId }: ShareOf) =>
  queryOptions({
    queryKey: ['split', periodId, 'share', poolId, establishmentId],
    queryFn: () =>
      read(
        api.periods[':id'].shares[':poolId'][':establishmentId'].$get({
          param: { id: periodId, poolId, establishmentId },
        }),
      ),
  })

export const membershipsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['memberships', groupingId],
    queryFn: () => read(api.memberships.$get({ query: { groupingId, limit: ALL } })),
    select: ({ items }) => items,
  })

/** Every establishment the person may see, whatever the grouping. */
export const establishmentsQuery = queryOptions({
  queryKey: ['establishments', 'all'],
  queryFn: () => read(api.establishments.$get({ query: { limit: ALL } })),
  select: ({ items }) => items,
})

export const poolsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['cost-pools', groupingId],
    queryFn: () => read(api['cost-pools'].$get({ query: { groupingId } })),
    select: ({ items }) => items,
  })

export const keysQuery = (poolId: string) =>
  queryOptions({
    queryKey: ['allocation-keys', poolId],
    queryFn: () =>
      read(api['cost-pools'][':id']['allocation-keys'].$get({ param: { id: poolId } })),
    select: ({ items }) => items,
  })

/** Every vote of a year’s budget, the one that counts first. */
export const budgetsQuery = (groupingId: string, year: number) =>
  queryOptions({
    queryKey: ['budgets', groupingId, year],
    queryFn: () => read(api.budgets.$get({ query: { groupingId, year: String(year) } })),
    select: ({ items }) => items,
  })

/** A year against its budget, month by month and since January. */
export const budgetComparisonQuery = (groupingId: string, year: number) =>
  queryOptions({
    queryKey: ['budgets', groupingId, year, 'comparison'],
    queryFn: () =>
      read(api['budget-comparison'].$get({ query: { groupingId, year: String(year) } })),
  })

export const chargesQuery = (groupingId: string, month: string) =>
  queryOptions({
    queryKey: ['charges', groupingId, month],
    queryFn: () => read(api.charges.$get({ query: { groupingId, month } })),
    select: ({ items }) => items,
  })

export const statementsQuery = (groupingId: string, month?: string) =>
  queryOptions({
    queryKey: ['statements', 'of', groupingId, month],
    queryFn: () =>
      read(
        api.statements.$get({
          query: { groupingId, limit: ALL, ...(month === undefined ? {} : { month }) },
        }),
      ),
    select: ({ items }) => items,
  })

export const statementQuery = (id: string) =>
  queryOptions({
    queryKey: ['statements', id],
    queryFn: () => read(api.statements[':id'].$get({ param: { id } })),
  })

/** The table of the whole month, as the general assembly reads it. */
export const costSplitQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['documents', 'cost-split', periodId],
    queryFn: () =>
      read(
        api.documents.$get({
          query: { subjectType: 'period', subjectId: periodId, kind: 'cost-split', limit: '1' },
        }),
      ),
    select: ({ items }) => items[0] ?? null,
  })

/** What a statement prints, read from the issued document itself. */
export const statementDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['statements', id, 'detail'],
    queryFn: () => read(api.statements[':id'].detail.$get({ param: { id } })),
  })
