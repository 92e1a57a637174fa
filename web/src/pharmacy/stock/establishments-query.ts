import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

export const establishmentsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['establishments', groupingId],
    queryFn: () => read(api.establishments.$get({ query: { groupingId, limit: '200' } })),
  })
