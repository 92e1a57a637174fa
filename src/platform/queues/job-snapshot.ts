import type { QueueName } from '../../../jobs/declare.js'
import type { BoundJob, BoundQueue } from './backend.js'
import { JOB_STATES, type JobSnapshot, type JobState, type QueueCounts } from './queues.js'

/** A job as it stands, in our words. */
export async function snapshotOf(queue: QueueName, job: BoundJob): Promise<JobSnapshot> {
  const state = await job.getState()
  return describe(queue, job, stateOf(state))
}

/** As `snapshotOf`, for a job whose state is known from an event. */
export function describe(
  queue: QueueName,
  job: BoundJob,
  state: JobSnapshot['state'],
): JobSnapshot {
  return {
    id: job.id ?? '',
    name: job.name,
    queue,
    state,
    data: job.data,
    percent: typeof job.progress === 'number' ? job.progress : 0,
    attempts: job.attemptsMade,
    addedAt: new Date(job.timestamp),
    ...(job.failedReason ? { failure: job.failedReason } : {}),
    ...(job.finishedOn ? { finishedAt: new Date(job.finishedOn) } : {}),
  }
}

/** Jobs in each state; what BullMQ calls prioritised is waiting too. */
export async function countsOf(queue: BoundQueue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('prioritized', ...JOB_STATES)
  const of = (state: string) => counts[state] ?? 0
  return {
    waiting: of('waiting') + of('prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    completed: of('completed'),
    failed: of('failed'),
  }
}

function stateOf(state: string): JobSnapshot['state'] {
  if (state === 'prioritized') return 'waiting'
  return JOB_STATES.find((known: JobState) => known === state) ?? 'unknown'
}
