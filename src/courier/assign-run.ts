import { fromDateColumn } from '../kernel/calendar.js'
import type { RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { advanceRun } from './advance-run.js'
import { requireCourierOn } from './courier-on.js'
import type { AssignRunInput, RunView } from './run-schema.js'

/**
 * Gives a run to a courier, to another one, or takes it back from whoever had it.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` · `invalid-input` no courier that day
 */
export const assignRun = (
  ctx: Context,
  runId: RunId,
  { courierId }: AssignRunInput,
): Promise<RunView> =>
  advanceRun(
    ctx,
    { runId, action: courierId === null ? 'unassign' : 'assign' },
    async (tx, run) => {
      if (courierId !== null) {
        await requireCourierOn(tx, run.groupingId, courierId, fromDateColumn(run.serviceOn))
      }
      return { changes: { courierId }, details: { from: run.courierId, to: courierId } }
    },
  )
