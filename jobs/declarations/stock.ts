import { z } from 'zod'
import { GroupingId } from '../../src/kernel/ids.js'
import { declareJob } from '../declare.js'

const ofGrouping = z.strictObject({ groupingId: GroupingId })

/** Takes the lots that expired out of what may be promised; daily, just after midnight. */
export const expireLots = declareJob({
  name: 'stock.expire-lots',
  queue: 'upkeep',
  payload: ofGrouping,
  retry: 'transient',
  jobId: ({ groupingId }) => `expire-lots-${groupingId}`,
})

/** Compares the stock with its ledger; nightly. */
export const reconcileStock = declareJob({
  name: 'stock.reconcile',
  queue: 'upkeep',
  payload: ofGrouping,
  retry: 'transient',
  jobId: ({ groupingId }) => `reconcile-stock-${groupingId}`,
})
