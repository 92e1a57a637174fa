import { PARIS } from '../src/kernel/calendar.js'
import type { GroupingId } from '../src/kernel/ids.js'
import type { JobTarget, Timing } from '../src/platform/queues/index.js'
import { planRuns } from './declarations/runs.js'
import { watchDeadlines } from './declarations/specimens.js'
import { expireLots, reconcileStock } from './declarations/stock.js'
import { fanOut, pruneRecords, sealAudit } from './declarations/upkeep.js'
import type { JobDeclaration } from './declare.js'

/** A job that concerns one grouping as a whole. */
export type GroupingJob = JobDeclaration<{ groupingId: GroupingId }>

export interface Schedule {
  readonly id: string
  readonly target: JobTarget
  readonly payload: unknown
  readonly timing: Timing
}

const SECOND_MS = 1_000
export const every = (seconds: number): Timing => ({ everyMs: seconds * SECOND_MS })
/** A cron pattern on the clock of Paris, where every grouping lives. */
export const at = (pattern: string): Timing => ({ pattern, timeZone: PARIS })

/** Runs one job for the whole program. */
const once = <Payload>(
  target: JobDeclaration<Payload>,
  payload: Payload,
  timing: Timing,
): Schedule => ({ id: target.name, target, payload, timing })

/**
 * Jobs that run for each grouping, and when. To add one: import its declaration, whose payload is
 * `{ groupingId }`, and add a line such as `[watchExpiries, at('0 6 * * *')]`.
 */
const EACH_GROUPING: readonly (readonly [GroupingJob, Timing])[] = [
  [watchDeadlines, every(60)],
  [expireLots, at('5 0 * * *')],
  [planRuns, at('0 2 * * *')],
  [reconcileStock, at('30 2 * * *')],
]

export const groupingJobs: ReadonlyMap<string, GroupingJob> = new Map(
  EACH_GROUPING.map(([job]) => [job.name, job]),
)

/** Everything that happens without anybody asking. */
export const schedules: readonly Schedule[] = [
  once(sealAudit, {}, every(10)),
  once(pruneRecords, {}, at('15 3 * * *')),
  ...EACH_GROUPING.map(([{ name }, timing]) => ({
    id: `${fanOut.name}.${name}`,
    target: fanOut,
    payload: { jobName: name },
    timing,
  })),
]
