import { recordAudit } from '../audit/index.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inLongTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { lockPeriod, refuseBlocked } from './lock-period.js'
import { freezeBlockers } from './period-checks.js'
import type { MonthInput, PeriodView } from './schema.js'
import { nextPeriodState, PeriodState, rolesForPeriod } from './transitions.js'
import { toPeriodView } from './views.js'

/**
 * Freezes a month: later movements land in the next one, whatever day they happened. Charges and
 * drivers of the month may still be recorded until it is closed.
 * @throws DomainError `period-not-ready` · `wrong-state`
 */
export async function freezePeriod(ctx: Context, input: MonthInput): Promise<PeriodView> {
  const { groupingId, month } = input
  requireRole(ctx, { groupingId }, rolesForPeriod('freeze'))
  return inLongTransaction(ctx, async (tx) => {
    const period = await lockPeriod(tx, ctx, input)
    const state = nextPeriodState(PeriodState.parse(period.state), 'freeze')
    refuseBlocked(month, await freezeBlockers(tx, ctx, groupingId, month))

    const frozen = await tx.period.update({
      where: { id: period.id },
      data: { state, frozenAt: ctx.clock(), frozenById: ctx.actor.userId },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'period.frozen',
      subjectType: 'period',
      subjectId: period.id,
      details: { month },
    })
    await announce(tx, { topic: 'periods', groupingId, subjectId: period.id })
    return toPeriodView(frozen)
  })
}
