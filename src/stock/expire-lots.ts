import { recordAudit } from '../audit/index.js'
import type { GroupingId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { refusing } from './refusals.js'
import { DECIDES_ON_STOCK } from './roles.js'

/**
 * Takes the lots whose expiry day is over out of what may be promised, through the products' locks.
 * Repeating it changes nothing. Allocation never proposes an expired lot, run or not.
 * @returns how many lots left
 * @throws DomainError `forbidden`
 */
export async function expireLots(ctx: Context, groupingId: GroupingId): Promise<number> {
  requireRole(ctx, { groupingId }, DECIDES_ON_STOCK)
  return inTransaction(ctx, async (tx) => {
    const rows = await refusing(tx.$queryRaw<{ lotId: string; unitsChange: number }[]>`
      select lot_id as "lotId", units_change as "unitsChange"
      from navette_expire_lots(${groupingId}::uuid, ${ctx.clock()})`)
    for (const lotId of new Set(rows.map((row) => row.lotId))) {
      const gone = rows.filter((row) => row.lotId === lotId)
      await recordAudit(tx, ctx, {
        groupingId,
        action: 'lot.expired',
        subjectType: 'lot',
        subjectId: lotId,
        details: { unitsNoLongerAvailable: -gone.reduce((sum, row) => sum + row.unitsChange, 0) },
      })
      await announce(tx, { topic: 'stock', groupingId, subjectId: lotId })
    }
    return new Set(rows.map((row) => row.lotId)).size
  })
}
