import * as stock from '../../src/stock/index.js'
import * as jobs from '../declarations/stock.js'
import { handle } from '../handle.js'

/** Safe to repeat: a lot that left what is available does not leave twice. */
export const expireLots = handle(jobs.expireLots, async (ctx, { groupingId }) => {
  const lots = await stock.expireLots(ctx, groupingId)
  if (lots > 0) ctx.log.info({ lots }, 'lots expired')
})

/** Safe to repeat: it only reads, and says again what is still wrong. */
export const reconcileStock = handle(jobs.reconcileStock, async (ctx, { groupingId }) => {
  await stock.reconcileStock(ctx, groupingId)
})
