import { notFound } from '../kernel/errors.js'
import type { Context } from '../platform/context.js'
import type { Queues } from '../platform/queues/index.js'
import { jobView } from './job-view.js'
import type { JobParams, JobView } from './schema.js'

/**
 * One job with its progress, for whoever holds any role over its whole grouping: the one who waits for
 * a document or a closing is rarely an administrator.
 * @throws DomainError `not-found` unknown, forgotten since, or another grouping's · `queue-unavailable`
 */
export async function readJob(
  ctx: Context,
  queues: Queues,
  { queue, id }: JobParams,
): Promise<JobView> {
  const job = await queues.find(queue, id)
  const isTheirs = ctx.actor.grants.some(
    ({ role, groupingId, establishmentId }) =>
      establishmentId === undefined &&
      (job?.data.groupingId === null
        ? role === 'administrator'
        : groupingId === job?.data.groupingId),
  )
  if (job === undefined || !isTheirs) throw notFound('Job', id)
  return jobView(job)
}
