import type { z } from 'zod'

/** How a job is tried again. `transient`: five times with growing delays; `once`: never. */
export type RetryPolicy = 'transient' | 'once'

/** A job as data: what it is called, what it carries (ids only), how it is retried. */
export interface JobDeclaration<Payload = unknown> {
  /** `domain.verb-object`. */
  readonly name: string
  readonly queue: QueueName
  readonly payload: z.ZodType<Payload>
  readonly retry: RetryPolicy
  /** Deterministic: adding the same work twice is one job. No `:` and not a bare integer. */
  readonly jobId: (payload: Payload) => string
}

export const QUEUES = ['documents', 'runs', 'specimens', 'billing', 'catalogue', 'upkeep'] as const
export type QueueName = (typeof QUEUES)[number]

/** Declares a job; importing a declaration never loads its handler. */
export const declareJob = <Payload>(
  declaration: JobDeclaration<Payload>,
): JobDeclaration<Payload> => declaration
