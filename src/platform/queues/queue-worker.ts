import type { Logger } from 'pino'
import type { QueueName } from '../../../jobs/declare.js'
import type { Backend, BoundJob } from './backend.js'
import { describe } from './job-snapshot.js'
import type { QueueWork, QueueWorker, RunningJob } from './queues.js'

/** Takes jobs of one queue until closed. A lost connection is taken up again without any help. */
export function startQueueWorker(backend: Backend, work: QueueWork, log: Logger): QueueWorker {
  const { queue, concurrency } = work
  const settings = { concurrency, maxStalledCount: 1 }
  const worker = backend.worker(queue, (job) => work.run(runningJob(queue, job)), settings)
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
      await worker.close()
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
