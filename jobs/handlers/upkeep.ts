import { sealAuditEntries } from '../../src/audit/index.js'
import * as operations from '../../src/operations/index.js'
import * as upkeep from '../declarations/upkeep.js'
import { handle } from '../handle.js'
import { groupingJobs } from '../schedules.js'

/** Safe to repeat: an entry is sealed once. */
export const sealAudit = handle(upkeep.sealAudit, async (ctx) => {
  const sealed = await sealAuditEntries(ctx.db)
  if (sealed > 0) ctx.log.debug({ sealed }, 'audit entries sealed')
})

/** Safe to repeat: one occurrence of a schedule gives each grouping one job. */
export const fanOut = handle(upkeep.fanOut, async (ctx, { jobName }) => {
  const declaration = groupingJobs.get(jobName)
  // A former version's schedule; the one that replaces it is already there.
  if (declaration === undefined) return
  await operations.requestEachGrouping(ctx, declaration)
})

/** Safe to repeat: what is gone is gone. */
export const pruneRecords = handle(upkeep.pruneRecords, async (ctx) => {
  ctx.log.info(await operations.pruneRecords(ctx), 'old records forgotten')
})
