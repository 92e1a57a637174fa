import { z } from 'zod'
import { GroupingId } from '../../src/kernel/ids.js'
import { declareJob } from '../declare.js'

/** Looks for deadlines that come near and for arrivals that will come too late. */
export const watchDeadlines = declareJob({
  name: 'specimens.watch-deadlines',
  queue: 'specimens',
  payload: z.strictObject({ groupingId: GroupingId }),
  retry: 'once', // the next one comes in a minute
  jobId: ({ groupingId }) => `watch-deadlines-${groupingId}`,
})
