import type { Logger } from 'pino'
import type { QueueName } from '../../../jobs/declare.js'
import type { Backend, BoundJob } from './backend.js'
import { describe } from './job-snapshot.js'
import type { QueueWork, QueueWorker, RunningJob } from './queues.js'

/** Long enough to say goodbye to a server that answers. */
const FAREWELL_MS = 3_000

/** Takes jobs of one queue until closed. A lost connection is taken up again without any help. */
export function startQueueWorker(backend: Backend, work: QueueWork, log: Logger): QueueWorker {
  const { queue, concurrency } = work
  const settings = { concurrency, maxStalledCount: 1 }
  const running = new Set<Promise<void>>()
  const run = (job: BoundJob): Promise<void> => {
    const one = work.run(runningJob(queue, job)).finally(() => running.delete(one))
    running.add(one)
    return one
  }
  const worker = backend.worker(queue, run, settings)
  worker.on('error', (err) => log.warn({ err, queue }, 'worker failure'))

  const burials = new Set<Promise<void>>()
  worker.on('failed', (job) => {
    // Without `finishedOn` it will be tried again.
    if (job?.finishedOn === undefined) return
    const burial = work.onDead(describe(queue, job, 'failed')).finally(() => burials.delete(burial))
    burials.add(burial)
  })

  return {
    close: async () => {
      const closed = worker.close()
      await Promise.allSettled(running)
      // BullMQ waits for ever for a connection that is being made again at this moment.
      await Promise.race([closed, afterMs(FAREWELL_MS)])
      await Promise.allSettled(burials)
    },
  }
}

const runningJob = (queue: QueueName, job: BoundJob): RunningJob => ({
  id: job.id ?? '',
  name: job.name,
  queue,
  data: job.data,
  attempt: job.attemptsMade + 1,
  progress: (percent) => job.updateProgress(Math.round(Math.min(100, Math.max(0, percent)))),
})

const afterMs = (ms: number): Promise<void> =>
  new Promise((resume) => {
    setTimeout(resume, ms).unref()
  })
