import { z } from 'zod'
import { QUEUES } from '../../jobs/declare.js'
import { InstantView } from '../kernel/calendar.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { JOB_STATES } from '../platform/queues/index.js'

export const JobParams = z.object({ queue: z.enum(QUEUES), id: z.string().min(1).max(300) })
export type JobParams = z.infer<typeof JobParams>

export const JobView = z
  .object({
    id: z.string(),
    name: z.string(),
    queue: z.enum(QUEUES),
    state: z.enum([...JOB_STATES, 'unknown']),
    percent: z.number().min(0).max(100),
    attempts: z.int(),
    failure: z.string().optional(),
    addedAt: InstantView,
    finishedAt: InstantView.optional(),
  })
  .meta({ ref: 'JobView' })
export type JobView = z.infer<typeof JobView>

const QueueView = z
  .object({
    queue: z.enum(QUEUES),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    completed: z.int(),
    failed: z.int(),
  })
  .meta({ ref: 'QueueView' })

export const JobsView = z
  .object({ queues: z.array(QueueView), recent: z.array(JobView) })
  .meta({ ref: 'JobsView' })
export type JobsView = z.infer<typeof JobsView>

export const DeadLetterParams = z.object({ id: z.uuid() })

export const DeadLetterQuery = PageQuery.extend({
  cursor: z.uuid().optional(),
  /** Without it, only those nobody has retried. */
  retried: z.stringbool().default(false),
})
export type DeadLetterQuery = z.infer<typeof DeadLetterQuery>

export const DeadLetterView = z
  .object({
    id: z.string(),
    jobName: z.string(),
    jobId: z.string(),
    groupingId: z.string().nullable(),
    error: z.string(),
    attempts: z.int(),
    failedAt: InstantView,
    retriedAt: InstantView.nullable(),
  })
  .meta({ ref: 'DeadLetterView' })
export type DeadLetterView = z.infer<typeof DeadLetterView>

export const DeadLetterPage = pageOf(DeadLetterView).meta({ ref: 'DeadLetterPage' })
export type DeadLetterPage = z.infer<typeof DeadLetterPage>
