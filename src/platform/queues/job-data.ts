/** What the queue stores of a job, in clear text: ids only, never a name, never a secret. */
export interface JobData {
  readonly payload: unknown
  readonly groupingId: string | null
  /** The request that asked for it; a scheduled job has none. */
  readonly requestId?: string
}
