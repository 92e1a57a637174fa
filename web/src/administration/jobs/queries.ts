import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

const WAIT_MS = 3_000

/** The queues now, read again while somebody looks. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs', 'all'],
  queryFn: () => read(api.jobs.$get()),
  refetchInterval: WAIT_MS,
})
