import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { LotId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { setLotStatus } from './lot-status.js'
import { loadLot } from './lot-view.js'
import { DECIDES_ON_STOCK } from './roles.js'
import type { LotView, ReasonInput } from './schema.js'

/**
 * Blocks a lot until a pharmacist decides. It stays where it is (a cold lot must stay cold).
 * @throws DomainError `wrong-state` unless it is available · `not-found` · `forbidden`
 */
export async function quarantineLot(
  ctx: Context,
  lotId: LotId,
  { reason }: ReasonInput,
): Promise<LotView> {
  return inTransaction(ctx, async (tx) => {
    const { groupingId } = await loadLot(tx, lotId)
    requireRole(ctx, { groupingId }, DECIDES_ON_STOCK)
    const before = await setLotStatus(tx, ctx, { groupingId, lotId, status: 'quarantine', reason })
    if (before !== 'available') {
      throw new DomainError('wrong-state', `This lot is ${before}`, { status: before })
    }
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'lot.quarantined',
      subjectType: 'lot',
      subjectId: lotId,
      details: { before, after: 'quarantine', reason },
    })
    await announce(tx, { topic: 'stock', groupingId, subjectId: lotId })
    return (await loadLot(tx, lotId)).view
  })
}
