import { QUEUES } from '../../jobs/declare.js'
import type { Role } from '../kernel/roles.js'
import { requireAnyRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { JobSnapshot, Queues } from '../platform/queues/index.js'
import { jobView } from './job-view.js'
import type { JobsView } from './schema.js'

/** Who keeps the jobs running, and who inspects. */
export const JOB_READERS: readonly Role[] = ['administrator', 'auditor']

const PER_QUEUE = 50
const RECENT_MAX = 100
const SHOWN = ['active', 'waiting', 'delayed', 'failed', 'completed'] as const

/**
 * How full each queue is, and the latest jobs of the groupings the caller administers or audits
 * with their progress. The counts are of the whole program and tell nothing of any member.
 * @throws DomainError `forbidden` without one of the roles · `queue-unavailable`
 */
export async function listJobs(ctx: Context, queues: Queues): Promise<JobsView> {
  requireAnyRole(ctx, JOB_READERS)
  const [counts, perQueue] = await Promise.all([
    queues.counts(),
    Promise.all(QUEUES.map((queue) => queues.recent(queue, SHOWN, PER_QUEUE))),
  ])
  const recent = perQueue
    .flat()
    .filter((job) => mayRead(ctx, job))
    .sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime())
    .slice(0, RECENT_MAX)
  return {
    queues: QUEUES.map((queue) => ({ queue, ...counts[queue] })),
    recent: recent.map(jobView),
  }
}

/** Jobs without a grouping are upkeep of the program itself: any reader may look. */
const mayRead = ({ actor }: Context, { data }: JobSnapshot): boolean =>
  data.groupingId === null ||
  actor.grants.some(
    ({ role, groupingId, establishmentId }) =>
      JOB_READERS.includes(role) && establishmentId === undefined && groupingId === data.groupingId,
  )
