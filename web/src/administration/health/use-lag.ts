import { useQuery } from '@tanstack/react-query'
import type { JobsView } from '../../../../src/operations/schema.js'
import { useNow } from '../../ui/use-now.js'
import { jobsQuery } from '../jobs/queries.js'

export interface QueueLagView {
  readonly queue: JobsView['queues'][number]
  /** Since when the oldest job that is known waits, in milliseconds. */
  readonly waitingMs: number | undefined
  readonly isLate: boolean
}

/** A worker takes a job within seconds; five minutes mean that none works. */
const LATE_MS = 5 * 60_000

/** How long each queue lets its oldest job wait. */
export function useLag() {
  const query = useQuery(jobsQuery)
  const now = useNow()
  const queues = (query.data?.queues ?? []).map((queue): QueueLagView => {
    const asked = (query.data?.recent ?? [])
      .filter((job) => job.queue === queue.queue && job.state === 'waiting')
      .map(({ addedAt }) => Date.parse(addedAt))
    const waitingMs =
      queue.waiting === 0 || asked.length === 0 ? undefined : now - Math.min(...asked)
    return { queue, waitingMs, isLate: (waitingMs ?? 0) > LATE_MS }
  })
  return { query, queues, isLate: queues.some((each) => each.isLate) }
}
