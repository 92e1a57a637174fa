import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { type GroupingId, LocationId, type LotId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { setLotStatus } from './lot-status.js'
import { loadLot } from './lot-view.js'
import { moveStock } from './move-stock.js'
import { hubPlaces } from './places.js'
import { DECIDES_ON_STOCK } from './roles.js'
import type { LotView, ReasonInput } from './schema.js'

/**
 * Frees a lot in quarantine, and puts what a member sent back to the quarantine place into its store.
 * @throws DomainError `wrong-state` when nothing of it is in quarantine · `lot-blocked` when it is
 * recalled · `not-found` · `forbidden`
 */
export async function releaseQuarantine(
  ctx: Context,
  lotId: LotId,
  { reason }: ReasonInput,
): Promise<LotView> {
  return inTransaction(ctx, async (tx) => {
    const { groupingId } = await loadLot(tx, lotId)
    requireRole(ctx, { groupingId }, DECIDES_ON_STOCK)
    const before = await setLotStatus(tx, ctx, { groupingId, lotId, status: 'available', reason })
    if (before === 'recalled' || before === 'destroyed') {
      throw new DomainError('lot-blocked', `This lot is ${before}`, { status: before })
    }
    const returnedUnits = await returnToStore(tx, ctx, { groupingId, lotId, reason })
    if (before === 'available' && returnedUnits === 0) {
      throw new DomainError('wrong-state', 'Nothing of this lot is in quarantine')
    }
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'lot.quarantine-released',
      subjectType: 'lot',
      subjectId: lotId,
      details: { before, after: 'available', reason, returnedUnits },
    })
    await announce(tx, { topic: 'stock', groupingId, subjectId: lotId })
    return (await loadLot(tx, lotId)).view
  })
}

async function returnToStore(
  tx: Tx,
  ctx: Context,
  { groupingId, lotId, reason }: { groupingId: GroupingId; lotId: LotId; reason: string },
): Promise<number> {
  const places = await hubPlaces(tx, groupingId)
  const { product, stockBalances } = await tx.lot.findUniqueOrThrow({
    where: { id: lotId },
    include: { product: true, stockBalances: true },
  })
  const held = stockBalances.find((row) => row.locationId === places.byKind.quarantine)
  if (held === undefined || held.onHandUnits === 0) return 0
  await moveStock(tx, ctx, {
    groupingId,
    movements: [
      {
        key: `${lotId}:${ctx.clock().getTime()}:quarantine-out`,
        lotId,
        fromLocationId: LocationId.parse(held.locationId),
        toLocationId: places.storeFor(product),
        units: units(held.onHandUnits),
        reason: 'quarantine-out',
        subjectType: 'lot',
        subjectId: lotId,
        note: reason,
      },
    ],
  })
  return held.onHandUnits
}
