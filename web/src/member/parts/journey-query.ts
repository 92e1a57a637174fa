import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'

/** What is known of a container's journey; null when nobody scanned it. */
export const journeyQuery = (containerCode: string) =>
  queryOptions({
    queryKey: ['custody-events', containerCode],
    queryFn: async () => {
      try {
        return await read(api['custody-events'].$get({ query: { containerCode } }))
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status === 404) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
