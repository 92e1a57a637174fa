import { QUEUES } from '../../jobs/declare.js'
import { requireAnyRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { JobSnapshot, Queues } from '../platform/queues/index.js'
import { jobView } from './job-view.js'
import type { JobsView } from './schema.js'

const PER_QUEUE = 50
const RECENT_MAX = 100
const SHOWN = ['active', 'waiting', 'delayed', 'failed', 'completed'] as const

/**
 * How full each queue is, and the latest jobs of the groupings the caller administers with their
 * progress. The counts are of the whole program and tell nothing of any member.
 * @throws DomainError `forbidden` without the role administrator · `queue-unavailable`
 */
export async function listJobs(ctx: Context, queues: Queues): Promise<JobsView> {
  requireAnyRole(ctx, ['administrator'])
  const [counts, perQueue] = await Promise.all([
    queues.counts(),
    Promise.all(QUEUES.map((queue) => queues.recent(queue, SHOWN, PER_QUEUE))),
  ])
  const recent = perQueue
    .flat()
    .filter((job) => administers(ctx, job))
    .sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime())
    .slice(0, RECENT_MAX)
  return {
    queues: QUEUES.map((queue) => ({ queue, ...counts[queue] })),
    recent: recent.map(jobView),
  }
}

/** Jobs without a grouping are upkeep of the program itself: any administrator may look. */
const administers = ({ actor }: Context, { data }: JobSnapshot): boolean =>
  data.groupingId === null ||
  actor.grants.some(
    ({ role, groupingId, establishmentId }) =>
      role === 'administrator' && establishmentId === undefined && groupingId === data.groupingId,
  )
