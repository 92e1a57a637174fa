import type { JobSnapshot } from '../platform/queues/index.js'
import type { JobView } from './schema.js'

/** What a screen sees of a job: not its payload. */
export function jobView(job: JobSnapshot): JobView {
  const { id, name, queue, state, percent, attempts, failure, addedAt, finishedAt } = job
  return {
    id,
    name,
    queue,
    state,
    percent,
    attempts,
    ...(failure === undefined ? {} : { failure }),
    addedAt: addedAt.toISOString(),
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }),
  }
}
