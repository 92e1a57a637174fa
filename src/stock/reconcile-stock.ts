import { recordAudit } from '../audit/index.js'
import type { GroupingId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inLongTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { DECIDES_ON_STOCK } from './roles.js'
import { stockViolations } from './violations.js'

/** Enough to see what happened; `navette verify` lists them all. */
const NAMED_MAX = 50

/**
 * Recomputes a grouping's stock from its ledger, and notes in the audit trail that it was done. A
 * difference is an alarm there: nothing is repaired, because a silent repair would hide the fault that
 * made it.
 * @returns the number of differences, which must be zero
 * @throws DomainError `forbidden`
 */
export async function reconcileStock(ctx: Context, groupingId: GroupingId): Promise<number> {
  requireRole(ctx, { groupingId }, DECIDES_ON_STOCK)
  return inLongTransaction(ctx, async (tx) => {
    const found = await stockViolations(tx, ctx.clock())
    const violations = found.filter((violation) => violation.groupingId === groupingId)
    if (violations.length === 0) {
      await recordAudit(tx, ctx, {
        groupingId,
        action: 'stock.agrees-with-ledger',
        subjectType: 'grouping',
        subjectId: groupingId,
        details: {},
      })
      return 0
    }
    ctx.log.error({ groupingId, violations: violations.length }, 'stock differs from its ledger')
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'stock.differs-from-ledger',
      subjectType: 'grouping',
      subjectId: groupingId,
      details: {
        differences: violations.length,
        first: violations.slice(0, NAMED_MAX).map((violation) => ({ ...violation })),
      },
    })
    await announce(tx, { topic: 'stock-alarms', groupingId, subjectId: groupingId })
    return violations.length
  })
}
