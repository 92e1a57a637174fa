import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import type { Queues } from '../platform/queues/index.js'
import { listDeadLetters } from './list-dead-letters.js'
import { JOB_READERS, listJobs } from './list-jobs.js'
import { readJob } from './read-job.js'
import { retryDeadLetter } from './retry-dead-letter.js'
import {
  DeadLetterPage,
  DeadLetterParams,
  DeadLetterQuery,
  DeadLetterView,
  JobParams,
  JobsView,
  JobView,
} from './schema.js'

/** Jobs and dead letters; `queues` is the process's way to the queue. */
export const operationRoutes = (queues: Queues) =>
  createRouter()
    .get(
      '/jobs',
      contract({
        operationId: 'listJobs',
        summary: 'How full each queue is, and the latest jobs with their progress',
        tag: 'Operations',
        roles: JOB_READERS,
        answers: { 200: { description: 'The queues now', schema: JobsView } },
        problems: ['queue-unavailable'],
      }),
      async (c) => reply(c, JobsView, await listJobs(c.var.ctx, queues)),
    )
    .get(
      '/jobs/:queue/:id',
      contract({
        operationId: 'readJob',
        summary: 'One job with its progress',
        tag: 'Operations',
        roles: 'any',
        answers: { 200: { description: 'The job now', schema: JobView } },
        problems: ['queue-unavailable'],
      }),
      valid('param', JobParams),
      async (c) => reply(c, JobView, await readJob(c.var.ctx, queues, c.req.valid('param'))),
    )
    .get(
      '/dead-letters',
      contract({
        operationId: 'listDeadLetters',
        summary: 'Jobs that gave up, latest first',
        tag: 'Operations',
        roles: JOB_READERS,
        answers: { 200: { description: 'One page of them', schema: DeadLetterPage } },
      }),
      valid('query', DeadLetterQuery),
      async (c) => reply(c, DeadLetterPage, await listDeadLetters(c.var.ctx, c.req.valid('query'))),
    )
    .post(
      '/dead-letters/:id/retry',
      contract({
        operationId: 'retryDeadLetter',
        summary: 'Send a job that gave up back to work',
        tag: 'Operations',
        roles: ['administrator'],
        answers: { 202: { description: 'It will run again', schema: DeadLetterView } },
        problems: ['wrong-state'],
      }),
      valid('param', DeadLetterParams),
      async (c) =>
        reply(c, DeadLetterView, await retryDeadLetter(c.var.ctx, c.req.valid('param').id), 202),
    )
