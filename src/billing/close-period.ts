import { recordAudit } from '../audit/index.js'
import { PeriodId } from '../kernel/ids.js'
import { centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inLongTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { computeMonth } from './compute-month.js'
import { snapshotDigest, writeSnapshot } from './freeze-snapshot.js'
import { issueStatements } from './issue-statements.js'
import { lockPeriod, refuseBlocked } from './lock-period.js'
import { monthColumn } from './months.js'
import { closeBlockers } from './period-checks.js'
import type { MonthInput, PeriodView } from './schema.js'
import { nextPeriodState, PeriodState, rolesForPeriod } from './transitions.js'
import { toPeriodView } from './views.js'

/**
 * Closes a frozen month: freezes consumption, drivers, keys and shares into a snapshot, issues every
 * member's statement and the cost-split table, all in one transaction. Nothing of it changes afterwards.
 * @throws DomainError `wrong-state` not frozen · `period-not-ready` · `key-missing` naming the pool
 */
export async function closePeriod(ctx: Context, input: MonthInput): Promise<PeriodView> {
  const { groupingId, month } = input
  requireRole(ctx, { groupingId }, rolesForPeriod('close'))
  return inLongTransaction(ctx, async (tx) => {
    const period = await lockPeriod(tx, ctx, input)
    const state = nextPeriodState(PeriodState.parse(period.state), 'close')
    refuseBlocked(month, await closeBlockers(tx, groupingId, month))

    const periodId = PeriodId.parse(period.id)
    const computed = await computeMonth(tx, groupingId, month)
    await writeSnapshot(tx, { groupingId, periodId, month: monthColumn(month) }, computed)
    const snapshotSha256 = await snapshotDigest(tx, periodId)
    const statements = await issueStatements(tx, ctx, { groupingId, periodId, month, computed })

    const closed = await tx.period.update({
      where: { id: periodId },
      data: { state, closedAt: ctx.clock(), closedById: ctx.actor.userId, snapshotSha256 },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'period.closed',
      subjectType: 'period',
      subjectId: periodId,
      details: { month, total: centsToDecimal(computed.totalCents), statements, snapshotSha256 },
    })
    await announce(tx, { topic: 'periods', groupingId, subjectId: periodId })
    return toPeriodView(closed)
  })
}
