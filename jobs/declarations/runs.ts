import { z } from 'zod'
import { GroupingId } from '../../src/kernel/ids.js'
import { declareJob } from '../declare.js'

/** Plans the runs of a grouping for the coming days; nightly, and after a change of its timetables. */
export const planRuns = declareJob({
  name: 'runs.plan',
  queue: 'runs',
  payload: z.strictObject({
    groupingId: GroupingId,
    /** Tells one change of a timetable from the next; absent at night. */
    change: z.string().max(100).optional(),
  }),
  retry: 'transient',
  jobId: ({ groupingId, change }) => `plan-runs-${change ?? groupingId}`,
})
