import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { GroupingId, LocationId, LotId } from '../kernel/ids.js'
import { microEuros } from '../kernel/money.js'
import { units } from '../kernel/units.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { StockMovement } from '../platform/db/generated/client.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { moveStock, type NewMovement } from './move-stock.js'
import { DECIDES_ON_STOCK } from './roles.js'
import type { ReasonInput, ReversalView } from './schema.js'

/** An order and its delivery carry the other movements: those are corrected where they were made. */
export const REVERSIBLE: ReadonlySet<string> = new Set([
  'supplier-receipt',
  'quarantine-in',
  'quarantine-out',
  'write-off',
  'adjustment',
])

/**
 * Writes the contrary of a movement, at the cost of the first, once. The average cost does not change:
 * it does at receipts only.
 * @throws DomainError `wrong-state` already reversed, or not to be reversed here · `insufficient-stock`
 * when the units have gone on or are reserved · `not-found` · `forbidden`
 */
export async function reverseMovement(
  ctx: Context,
  movementId: bigint,
  { reason }: ReasonInput,
): Promise<ReversalView> {
  return inTransaction(ctx, async (tx) => {
    const first = await tx.stockMovement.findUnique({ where: { id: movementId } })
    if (first === null) throw notFound('Movement', movementId.toString())
    const groupingId = GroupingId.parse(first.groupingId)
    requireRole(ctx, { groupingId }, DECIDES_ON_STOCK)
    if (!REVERSIBLE.has(first.reason)) {
      throw new DomainError('wrong-state', `A movement «${first.reason}» is not reversed here`, {
        reason: first.reason,
      })
    }
    const [reversal] = await moveStock(tx, ctx, {
      groupingId,
      movements: [contraryOf(first, reason)],
    })
    if (reversal?.isNew !== true) {
      throw new DomainError('wrong-state', 'This movement was already reversed')
    }
    const view = { id: `${reversal.id}`, reversesId: `${movementId}`, units: first.units }
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'stock-movement.reversed',
      subjectType: 'stock-movement',
      subjectId: view.reversesId,
      details: { reversalId: view.id, units: first.units, reason },
    })
    await announce(tx, { topic: 'stock', groupingId, subjectId: first.lotId })
    return view
  })
}

const contraryOf = (first: StockMovement, note: string): NewMovement => ({
  key: `${first.id}:reversal`,
  lotId: LotId.parse(first.lotId),
  fromLocationId: LocationId.parse(first.toLocationId),
  toLocationId: LocationId.parse(first.fromLocationId),
  units: units(first.units),
  reason: 'reversal',
  subjectType: first.subjectType,
  subjectId: first.subjectId,
  ...(first.lineId === null ? {} : { lineId: first.lineId }),
  unitCostMicros: microEuros(first.unitCostMicros),
  reversesId: first.id,
  note,
})
