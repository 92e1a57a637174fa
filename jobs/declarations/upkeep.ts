import { z } from 'zod'
import { declareJob } from '../declare.js'

/** Seals what the audit trail gained since the last time. */
export const sealAudit = declareJob({
  name: 'upkeep.seal-audit',
  queue: 'upkeep',
  payload: z.strictObject({}),
  retry: 'once', // the next one comes in seconds
  jobId: () => 'seal-audit',
})

/** Asks for one job per grouping; what `eachGrouping` schedules run. */
export const fanOut = declareJob({
  name: 'upkeep.fan-out',
  queue: 'upkeep',
  payload: z.strictObject({ jobName: z.string() }),
  retry: 'transient',
  jobId: ({ jobName }) => `fan-out-${jobName}`,
})

/** Forgets handed-over messages and stored answers that nothing will ask for again. */
export const pruneRecords = declareJob({
  name: 'upkeep.prune-records',
  queue: 'upkeep',
  payload: z.strictObject({}),
  retry: 'transient',
  jobId: () => 'prune-records',
})
