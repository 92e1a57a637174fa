import type { Logger } from 'pino'
import { QUEUES, type QueueName } from '../../../jobs/declare.js'
import { answered, type BoundQueue, openBackend, type QueueLocation } from './backend.js'
import { jobOptions, safeJobId, scheduledJobOptions } from './job-options.js'
import { countsOf, snapshotOf } from './job-snapshot.js'
import { startQueueWorker } from './queue-worker.js'
import type { NewJob, Queues } from './queues.js'

/**
 * Opens every queue: on Redis when `redisUrl` is set, in the schema `bullmq` of the database
 * otherwise. Opening does not wait for the server, so a process can start before it.
 */
export function openQueues(location: QueueLocation & { readonly log: Logger }): Queues {
  const { log } = location
  const backend = openBackend(location, log)
  const queues = new Map(QUEUES.map((name) => [name, openQueue(name)]))
  function openQueue(name: QueueName): BoundQueue {
    const queue = backend.queue(name)
    queue.on('error', (err) => log.warn({ err, queue: name }, 'queue failure'))
    return queue
  }
  const queueOf = (name: QueueName): BoundQueue => queues.get(name) ?? openQueue(name)

  const addAll = async (jobs: readonly NewJob[]): Promise<void> => {
    for (const [name, bulk] of byQueue(jobs)) await answered(queueOf(name).addBulk(bulk))
  }

  return {
    kind: backend.kind,
    boardSources: [...queues.values()],
    addAll,
    add: (target, payload, jobId, meta) => addAll([{ target, jobId, data: { payload, ...meta } }]),
    schedule: async (id, { queue, name, retry }, data, timing) => {
      const repeat =
        'everyMs' in timing
          ? { every: timing.everyMs }
          : { pattern: timing.pattern, tz: timing.timeZone }
      const template = { name, data, opts: scheduledJobOptions(retry) }
      await answered(queueOf(queue).upsertJobScheduler(id, repeat, template))
    },
    keepSchedules: async (ids) => {
      for (const queue of queues.values()) await removeOtherSchedules(queue, ids)
    },
    work: (work) => startQueueWorker(backend, work, log),
    counts: async () => {
      const entries = await Promise.all(
        QUEUES.map(async (name) => [name, await answered(countsOf(queueOf(name)))] as const),
      )
      return countsByName(entries)
    },
    find: async (name, jobId) => {
      const job = await answered(queueOf(name).getJob(jobId))
      return job === undefined ? undefined : answered(snapshotOf(name, job))
    },
    recent: async (name, states, limit) => {
      const jobs = await answered(queueOf(name).getJobs([...states], 0, limit - 1))
      // A job may be removed between listing and reading it.
      const present = jobs.filter((job) => job !== undefined && job !== null)
      return Promise.all(present.map((job) => answered(snapshotOf(name, job))))
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await backend.close()
    },
  }
}

type Bulk = Parameters<BoundQueue['addBulk']>[0]

function byQueue(jobs: readonly NewJob[]): ReadonlyMap<QueueName, Bulk> {
  const bulks = new Map<QueueName, Bulk>()
  for (const { target, jobId, data } of jobs) {
    const bulk = bulks.get(target.queue) ?? []
    bulk.push({
      name: target.name,
      data,
      opts: { ...jobOptions(target.retry), jobId: safeJobId(jobId) },
    })
    bulks.set(target.queue, bulk)
  }
  return bulks
}

async function removeOtherSchedules(queue: BoundQueue, ids: readonly string[]): Promise<void> {
  const kept = new Set(ids)
  for (const { key } of await answered(queue.getJobSchedulers())) {
    if (!kept.has(key)) await answered(queue.removeJobScheduler(key))
  }
}

/** `Object.fromEntries` forgets which names there are; every queue is in `entries`. */
const countsByName = <T>(entries: readonly (readonly [QueueName, T])[]) =>
  Object.fromEntries(entries) as Record<QueueName, T>
