import { type JobWorker, startWorker } from '../../jobs/worker.js'
import { createJobMetrics } from '../platform/queues/index.js'
import type { Runtime } from './runtime.js'

/** Relays the outbox and runs the jobs of every queue in this process. */
export function runWorker(runtime: Runtime): Promise<JobWorker> {
  const { db, queues, blobs, clock, log, metrics } = runtime
  return startWorker({
    db,
    queues,
    blobs,
    clock,
    log,
    metrics: createJobMetrics(metrics.registry, queues),
  })
}
