import { recordDeadLetter } from '../src/operations/index.js'
import { startRelay } from '../src/platform/outbox/relay-loop.js'
import type { JobSnapshot, Queues, RunningJob } from '../src/platform/queues/index.js'
import { QUEUES, type QueueName } from './declare.js'
import type { JobServices, RegisteredHandler } from './handle.js'
import { registry } from './registry.js'
import { type Schedule, schedules } from './schedules.js'

/** Jobs of one queue run at a time in one process: what burns the processor is kept low. */
const CONCURRENCY = {
  documents: 2,
  runs: 4,
  specimens: 4,
  billing: 1,
  catalogue: 1,
  upkeep: 2,
} as const satisfies Record<QueueName, number>

/** A failed job is buried as it fails; this finds those whose burial was cut short. */
const GRAVEDIGGING_MS = 60_000
const FAILED_LOOKED_AT = 200

export interface WorkerOptions extends JobServices {
  readonly queues: Queues
  /** By default those of the program. */
  readonly handlers?: ReadonlyMap<string, RegisteredHandler>
  readonly schedules?: readonly Schedule[]
}

export interface JobWorker {
  /** Takes no more, lets what runs finish, then stops. The queues stay open: their owner closes them. */
  close(): Promise<void>
}

/** Relays the outbox, keeps the schedules and runs the jobs of every queue, until closed. */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { db, queues, clock, log, handlers = registry } = options
  const targets = new Map([...handlers].map(([name, { declaration }]) => [name, declaration]))
  await keepSchedules(options)
  const relay = startRelay({ db, queues, targets, clock, log })
  const workers = QUEUES.map((queue) =>
    queues.work({
      queue,
      concurrency: CONCURRENCY[queue],
      run: (job) => handlerOf(handlers, job).run(options, job),
      onDead: (job) => bury(options, job),
    }),
  )
  const gravedigging = setInterval(() => void buryFailed(options), GRAVEDIGGING_MS)
  await buryFailed(options)
  return {
    close: async () => {
      clearInterval(gravedigging)
      await relay.close()
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

async function keepSchedules({
  queues,
  schedules: wanted = schedules,
}: WorkerOptions): Promise<void> {
  await queues.keepSchedules(wanted.map(({ id }) => id))
  for (const { id, target, payload, timing } of wanted) {
    await queues.schedule(id, target, { payload, groupingId: null }, timing)
  }
}

/** While versions change hands, a job may reach a process that does not know it yet: its retries find one. */
function handlerOf(
  handlers: ReadonlyMap<string, RegisteredHandler>,
  { name }: RunningJob,
): RegisteredHandler {
  const handler = handlers.get(name)
  if (handler === undefined) throw new Error(`No handler for the job ${name}`)
  return handler
}

/** Dead letters for failed jobs that have none: their process ended, or the database was away. */
async function buryFailed(options: WorkerOptions): Promise<void> {
  try {
    for (const queue of QUEUES) {
      const failed = await options.queues.recent(queue, ['failed'], FAILED_LOOKED_AT)
      for (const job of failed) await bury(options, job)
    }
  } catch (err) {
    options.log.error({ err }, 'failed jobs not looked at')
  }
}

/** What is not written now is found by the next look. */
async function bury(options: WorkerOptions, job: JobSnapshot): Promise<void> {
  if (comesAgain(options, job)) return
  await recordDeadLetter(options.db, job).catch((err: unknown) =>
    options.log.error({ err, jobId: job.id }, 'dead letter not written'),
  )
}

/** BullMQ names the job of a schedule after it; what such a job asks for carries that name as its request. */
const OF_A_SCHEDULE = /^repeat:/

/** A schedule's job that is never retried is overtaken by its next occurrence. */
const comesAgain = ({ handlers = registry }: WorkerOptions, { name, data }: JobSnapshot): boolean =>
  (data.requestId === undefined || OF_A_SCHEDULE.test(data.requestId)) &&
  handlers.get(name)?.declaration.retry === 'once'
