import { queryOptions } from '@tanstack/react-query'
import type { StatementView } from '../../../../src/billing/schema.js'
import type { StatementDetailView } from '../../../../src/billing/statement-detail.js'
import { api, read } from '../../api/client.js'

export type Statement = StatementView
export type StatementDetail = StatementDetailView

const MONTHS = '60'

/** The statements of an establishment, newest month first, whoever issues them. */
export const statementsQuery = (establishmentId: string) =>
  queryOptions({
    queryKey: ['statements', 'of', establishmentId],
    queryFn: async () => {
      const { items } = await read(api.statements.$get({ query: { limit: MONTHS } }))
      return items
        .filter((statement) => statement.establishmentId === establishmentId)
        .toSorted((a, b) => b.month.localeCompare(a.month) || a.number.localeCompare(b.number))
    },
  })

export const statementQuery = (id: string) =>
  queryOptions({
    queryKey: ['statements', id],
    queryFn: () => read(api.statements[':id'].$get({ param: { id } })),
  })

export const statementDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['statements', id, 'detail'],
    queryFn: () => read(api.statements[':id'].detail.$get({ param: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
