import * as courier from '../../src/courier/index.js'
import * as runs from '../declarations/runs.js'
import { handle } from '../handle.js'

/** Safe to repeat and to race: a template has one run per day, and what is planned is left alone. */
export const planRuns = handle(runs.planRuns, async (ctx, { groupingId }) => {
  const { planned } = await courier.planRuns(ctx, groupingId)
  if (planned > 0) ctx.log.info({ planned }, 'runs planned')
})
