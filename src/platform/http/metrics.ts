import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface HttpObservation {
  readonly method: string
  /** The route's pattern, so that ids never become labels. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export interface HttpMetrics {
  readonly registry: Registry
  observe(observation: HttpObservation): void
}

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** One registry per process; capabilities and jobs add their own metrics to it. */
export function createMetrics(): HttpMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'navette_' })
  const duration = new Histogram({
    name: 'navette_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  })
  return {
    registry,
    observe: ({ seconds, ...labels }) => duration.observe(labels, seconds),
  }
}
