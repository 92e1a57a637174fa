import { openRenderPool } from '../../jobs/rendering/index.js'
import { type JobWorker, startWorker } from '../../jobs/worker.js'
import { createJobMetrics } from '../platform/queues/index.js'
import type { Runtime } from './runtime.js'

/** Relays the outbox and runs the jobs of every queue in this process, drawing on threads of its own. */
export async function runWorker(runtime: Runtime): Promise<JobWorker> {
  const { db, queues, blobs, clock, log, metrics } = runtime
  const pool = openRenderPool()
  const worker = await startWorker({
    db,
    queues,
    blobs,
    clock,
    log,
    metrics: createJobMetrics(metrics.registry, queues),
    render: (kind, data) => pool.render(kind, data),
  })
  return {
    close: async () => {
      // First the jobs, or what they are drawing would fail.
      await worker.close()
      await pool.close()
    },
  }
}
