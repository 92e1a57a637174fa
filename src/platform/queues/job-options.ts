import type { JobsOptions } from 'bullmq'
import type { RetryPolicy } from '../../../jobs/declare.js'

const DAY_SECONDS = 86_400

/** Five tries, after 1, 2, 4 and 8 seconds: a database that restarts is back by then. */
const POLICIES = {
  transient: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
  once: { attempts: 1 },
} as const satisfies Record<RetryPolicy, JobsOptions>

/**
 * How a job is tried and how long its record stays. A finished job must outlive the longest outage of
 * the outbox relay: as long as it is there, handing it over a second time changes nothing.
 */
export const jobOptions = (retry: RetryPolicy): JobsOptions => ({
  ...POLICIES[retry],
  removeOnComplete: { age: 7 * DAY_SECONDS },
  removeOnFail: { age: 30 * DAY_SECONDS },
})

/** A schedule makes the same job for ever: a few past runs are enough. */
export const scheduledJobOptions = (retry: RetryPolicy): JobsOptions => ({
  ...POLICIES[retry],
  removeOnComplete: { count: 20 },
  removeOnFail: { age: 30 * DAY_SECONDS },
})

/** BullMQ refuses `:` in an id and takes a bare integer for one of its own. */
export const safeJobId = (jobId: string): string =>
  /^\d+$/.test(jobId) ? `job-${jobId}` : jobId.replaceAll(':', '-')
