import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

/** The allotment of a care unit, as in force today. */
export const allotmentQuery = (
  groupingId: string,
  establishmentId: string,
  careUnitId: string | undefined,
) =>
  queryOptions({
    queryKey: ['allotments', groupingId, establishmentId, careUnitId ?? ''],
    queryFn: async () => {
      if (careUnitId === undefined) return null
      const { items } = await read(
        api.allotments.$get({ query: { groupingId, establishmentId, careUnitId } }),
      )
      return items[0] ?? null
    },
    staleTime: 5 * 60_000,
  })
