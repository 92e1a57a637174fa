import type { JobDeclaration, QueueName } from '../../../jobs/declare.js'
import type { QueueBoardSource } from './backend.js'
import type { JobData } from './job-data.js'

/** The part of a declaration that carrying a job needs; every declaration is one. */
export type JobTarget = Pick<JobDeclaration<never>, 'name' | 'queue' | 'retry'>

export interface NewJob {
  readonly target: JobTarget
  /** Deterministic: a second job with the same id is the first one. */
  readonly jobId: string
  readonly data: JobData
}

export interface JobMeta {
  readonly groupingId: string | null
  readonly requestId: string
}

/** When a scheduled job runs: every so many milliseconds, or by a cron pattern in a time zone. */
export type Timing =
  | { readonly everyMs: number }
  | { readonly pattern: string; readonly timeZone: string }

/** A job being run, as its handler sees it. */
export interface RunningJob {
  readonly id: string
  readonly name: string
  readonly queue: QueueName
  readonly data: JobData
  /** 1 for the first try. */
  readonly attempt: number
  /** Shown to whoever waits for the job; 0 to 100. */
  progress(percent: number): Promise<void>
}

export const JOB_STATES = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const
export type JobState = (typeof JOB_STATES)[number]
export type QueueCounts = Readonly<Record<JobState, number>>

/** A job as it stands now. */
export interface JobSnapshot {
  readonly id: string
  readonly name: string
  readonly queue: QueueName
  readonly state: JobState | 'unknown'
  readonly data: JobData
  /** 0 to 100. */
  readonly percent: number
  readonly attempts: number
  readonly failure?: string
  readonly addedAt: Date
  readonly finishedAt?: Date
}

export interface QueueWork {
  readonly queue: QueueName
  readonly concurrency: number
  run(job: RunningJob): Promise<void>
  /** The job will not be tried again: its handler gave up, or its process died twice. */
  onDead(job: JobSnapshot): Promise<void>
}

export interface QueueWorker {
  /** Stops taking jobs and waits for those that run. */
  close(): Promise<void>
}

/** Every queue of the program, on PostgreSQL or on Redis; nothing above can tell which. */
export interface Queues {
  readonly kind: 'postgres' | 'redis'
  /** @throws DomainError `queue-unavailable` */
  add(target: JobTarget, payload: unknown, jobId: string, meta: JobMeta): Promise<void>
  /** @throws DomainError `queue-unavailable`; then some may have been added: add them all again */
  addAll(jobs: readonly NewJob[]): Promise<void>
  /** Makes or replaces the schedule `id`. */
  schedule(id: string, target: JobTarget, data: JobData, timing: Timing): Promise<void>
  /** Removes every schedule whose id is not in `ids`: those a former version left. */
  keepSchedules(ids: readonly string[]): Promise<void>
  work(work: QueueWork): QueueWorker
  /** @throws DomainError `queue-unavailable` */
  counts(): Promise<Readonly<Record<QueueName, QueueCounts>>>
  find(queue: QueueName, jobId: string): Promise<JobSnapshot | undefined>
  /** Newest first. */
  recent(queue: QueueName, states: readonly JobState[], limit: number): Promise<JobSnapshot[]>
  readonly boardSources: readonly QueueBoardSource[]
  close(): Promise<void>
}
