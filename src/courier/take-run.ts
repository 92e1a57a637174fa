import { fromDateColumn } from '../kernel/calendar.js'
import type { RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { advanceRun } from './advance-run.js'
import { requireCourierOn } from './courier-on.js'
import type { RunView } from './run-schema.js'

/**
 * A courier takes a run nobody drives yet. Of two who ask at once, one has it.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` somebody has it · `invalid-input` no courier that day
 */
export const takeRun = (ctx: Context, runId: RunId): Promise<RunView> =>
  advanceRun(ctx, { runId, action: 'take' }, async (tx, run) => {
    const courierId = ctx.actor.userId
    await requireCourierOn(tx, run.groupingId, courierId, fromDateColumn(run.serviceOn))
    return { changes: { courierId }, details: { from: null, to: courierId } }
  })
