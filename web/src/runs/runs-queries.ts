import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../api/client.js'

export const runsOfDayQuery = (groupingId: string, day: string) =>
  queryOptions({
    queryKey: ['runs', 'day', groupingId, day],
    queryFn: () => read(api.runs.$get({ query: { groupingId, day, limit: '100' } })),
  })

export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['runs', runId],
    queryFn: () => read(api.runs[':id'].$get({ param: { id: runId } })),
  })

/** Who drives for a grouping: read only by those who may give runs. */
export const couriersQuery = (groupingId: string, day: string) =>
  queryOptions({
    queryKey: ['users', 'couriers', groupingId, day],
    queryFn: async () => {
      const { items } = await read(api.users.$get({ query: { groupingId, limit: '200' } }))
      return items.filter(
        ({ grants, disabledAt }) =>
          disabledAt === undefined &&
          grants.some(
            (grant) =>
              grant.role === 'courier' &&
              grant.groupingId === groupingId &&
              grant.fromOn <= day &&
              (grant.toOn === undefined || grant.toOn >= day),
          ),
      )
    },
  })

export const sheetsQuery = (runId: string) =>
  queryOptions({
    queryKey: ['documents', 'run', runId],
    queryFn: () =>
      read(
        api.documents.$get({
          query: { subjectType: 'run', subjectId: runId, kind: 'run-sheet', limit: '1' },
        }),
      ),
  })
