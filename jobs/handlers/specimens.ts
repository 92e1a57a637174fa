import { watchDeadlines as watch } from '../../src/specimens/index.js'
import * as specimens from '../declarations/specimens.js'
import { handle } from '../handle.js'

/** Safe to repeat: each threshold of a shipment raises one alarm. */
export const watchDeadlines = handle(specimens.watchDeadlines, async (ctx, payload) => {
  const raised = await watch(ctx, payload)
  if (raised > 0) ctx.log.info({ raised }, 'deadline alarms raised')
})
