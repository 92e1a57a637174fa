import type { GroupingId, LotId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { refusing } from './refusals.js'

export type LotStatus = 'available' | 'quarantine' | 'recalled' | 'destroyed'

/**
 * Blocks or frees a lot wherever it is, in the caller's transaction: what was free of it stops or starts
 * being available in the same moment. Units already reserved stay so, and cannot be dispatched.
 * @returns the status before
 */
export async function setLotStatus(
  tx: Tx,
  ctx: Context,
  change: { groupingId: GroupingId; lotId: LotId; status: LotStatus; reason: string },
): Promise<LotStatus> {
  const [row] = await refusing(tx.$queryRaw<{ before: LotStatus }[]>`
    select navette_set_lot_status(${change.groupingId}::uuid, ${change.lotId}::uuid,
      ${change.status}, ${change.reason}, ${ctx.clock()}) as before`)
  if (row === undefined) throw new TypeError('The function answers one row')
  return row.before
}
