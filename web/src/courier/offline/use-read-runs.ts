import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSession } from '../../api/session.js'
import { fetchRuns } from './fetch-runs.js'

const EVERY_MS = 120_000

/** Under `runs`, so that whatever the server says has changed there is read again. */
export const readRunsQuery = (userId: string) =>
  queryOptions({
    queryKey: ['runs', 'on-this-phone', userId],
    queryFn: async () => {
      await fetchRuns(userId)
      return new Date().toISOString()
    },
    refetchInterval: EVERY_MS,
  })

/** Keeps the runs of this telephone fresh while there is a network; without one nothing changes. */
export const useReadRuns = () => useQuery(readRunsQuery(useSession().user.id))
