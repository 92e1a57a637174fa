import { UnrecoverableError } from 'bullmq'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import type { Clock } from '../src/kernel/calendar.js'
import { DomainError } from '../src/kernel/errors.js'
import { GroupingId, UserId } from '../src/kernel/ids.js'
import { ROLES } from '../src/kernel/roles.js'
import type { BlobStore } from '../src/platform/blobs/index.js'
import type { Context } from '../src/platform/context.js'
import type { Database } from '../src/platform/db/client.js'
import type { JobMetrics, JobTarget, RunningJob } from '../src/platform/queues/index.js'
import type { JobDeclaration } from './declare.js'

/** Who did what a job did, in the audit trail: not a person, and in no table of persons. */
export const JOB_ACTOR_ID = UserId.parse('00000000-0000-4000-8000-000000000001')

/** What every handler runs with. */
export interface JobServices {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: JobMetrics
  readonly blobs: BlobStore
  /** The bytes of a document from its kind and frozen data. */
  readonly render: (kind: string, data: unknown) => Promise<Uint8Array>
}

/** What few handlers need, besides their context. */
export type JobTools = Pick<JobServices, 'blobs' | 'render'>

/** Tells whoever waits how far the job is, from 0 to 100. */
export type Progress = (percent: number) => Promise<void>

/** A handler wrapped with everything that is the same for all of them. */
export interface RegisteredHandler {
  readonly declaration: JobTarget
  run(services: JobServices, job: RunningJob): Promise<void>
}

/** A handler that still knows its payload, so that it cannot be registered for another job. */
export interface Handler<Payload> extends RegisteredHandler {
  readonly declaration: JobDeclaration<Payload>
}

/**
 * Wraps one handler: checks the payload, makes the context of the job's grouping, logs, measures, and
 * decides about another try. A refusal of the domain stays a refusal however often it is asked, so it
 * is not tried again; everything else follows the declaration's retry policy.
 * `work` must be safe to repeat: a job is run at least once, not exactly once.
 */
export function handle<Payload>(
  declaration: JobDeclaration<Payload>,
  work: (ctx: Context, payload: Payload, progress: Progress, tools: JobTools) => Promise<void>,
): Handler<Payload> {
  return {
    declaration,
    run: (services, job) =>
      observed(services, job, async (log) => {
        const payload = declaration.payload.parse(job.data.payload)
        const ctx = jobContext({ ...services, log }, job)
        const { blobs, render } = services
        await work(ctx, payload, job.progress, { blobs, render })
      }),
  }
}

async function observed(
  { log, clock, metrics }: JobServices,
  job: RunningJob,
  work: (log: Logger) => Promise<void>,
): Promise<void> {
  const { id: jobId, name, queue, attempt } = job
  const child = log.child({ job: name, jobId, attempt, requestId: requestIdOf(job) })
  const startedAt = clock().getTime()
  const observe = (outcome: 'done' | 'refused' | 'failed') =>
    metrics.observe({ queue, job: name, outcome, seconds: (clock().getTime() - startedAt) / 1000 })
  try {
    await work(child)
    observe('done')
    child.info('job done')
  } catch (err) {
    const isRefusal = err instanceof DomainError ? !isOutage(err) : err instanceof ZodError
    observe(isRefusal ? 'refused' : 'failed')
    child[isRefusal ? 'warn' : 'error']({ err }, isRefusal ? 'job refused' : 'job failed')
    throw isRefusal ? new UnrecoverableError(reasonOf(err)) : new Error(reasonOf(err))
  }
}

/** Refusals that time alone repairs. */
const isOutage = ({ code }: DomainError): boolean =>
  code === 'storage-unavailable' || code === 'queue-unavailable'

const REASON_LENGTH_MAX = 300

/**
 * What the queue and the dead letter keep, in clear text: the code of a refusal, or the last line of a
 * failure, where database drivers put the cause. The whole error is in the log.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return `${error.code}: ${error.message}`
  if (error instanceof ZodError) return 'invalid-input: The payload does not fit its declaration'
  if (!(error instanceof Error)) return 'Unknown failure'
  const lines = error.message.split('\n').filter((line) => line.trim() !== '')
  return `${error.name}: ${lines.at(-1)?.trim() ?? ''}`.slice(0, REASON_LENGTH_MAX)
}

/** Acts for the hub of its grouping with every role; without a grouping, for nobody's rows. */
function jobContext({ db, clock, log }: JobServices, job: RunningJob): Context {
  const { groupingId } = job.data
  const scope = groupingId === null ? undefined : GroupingId.parse(groupingId)
  const grants = scope === undefined ? [] : ROLES.map((role) => ({ role, groupingId: scope }))
  return {
    db,
    clock,
    log,
    requestId: requestIdOf(job),
    actor: { kind: 'job', userId: JOB_ACTOR_ID, displayName: job.name, grants },
  }
}

/** A scheduled job answers to no request: its own id, which names the schedule and the instant, stands for one. */
const requestIdOf = ({ id, data }: RunningJob): string => data.requestId ?? id
