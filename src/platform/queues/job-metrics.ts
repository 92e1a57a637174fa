import { Gauge, Histogram, type Registry } from 'prom-client'
import type { Queues } from './queues.js'

const BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900]

export interface JobObservation {
  readonly queue: string
  readonly job: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly seconds: number
}

export interface JobMetrics {
  observe(observation: JobObservation): void
}

/** Adds to `registry` how long jobs run and, read when asked, how many wait in each queue. */
export function createJobMetrics(registry: Registry, queues: Queues): JobMetrics {
  const duration = new Histogram({
    name: 'navette_job_duration_seconds',
    help: 'Duration of one try of a job, by outcome',
    labelNames: ['queue', 'job', 'outcome'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  })
  new Gauge({
    name: 'navette_queue_jobs',
    help: 'Jobs in each queue by state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      for (const [queue, counts] of Object.entries(await queues.counts())) {
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count)
      }
    },
  })
  return { observe: ({ seconds, ...labels }) => duration.observe(labels, seconds) }
}
