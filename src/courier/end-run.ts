import { DomainError } from '../kernel/errors.js'
import type { RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { advanceRun } from './advance-run.js'
import { pastInstant } from './past-instant.js'
import { replanWaiting } from './replan-waiting.js'
import type { AbortRunInput, RunMomentInput, RunView } from './run-schema.js'
import { openStopsOf } from './run-view.js'

/**
 * Ends a run whose every stop is closed. What was not prepared in time for it goes to the next run.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` naming the stops still open
 */
export const completeRun = (
  ctx: Context,
  runId: RunId,
  { at }: RunMomentInput = {},
): Promise<RunView> =>
  advanceRun(
    ctx,
    { runId, action: 'complete' },
    (_tx, run) => {
      const open = openStopsOf(run.runStops).map(({ position }) => position)
      if (open.length > 0) {
        const message = `Close every stop first. Still open: ${open.join(', ')}`
        throw new DomainError('wrong-state', message, { openStops: open })
      }
      return { changes: { endedAt: pastInstant(ctx, at) } }
    },
    (tx, run) => replanWaiting(tx, ctx, run.groupingId),
  )

/**
 * Gives a run up, before it left or on the road. Its open stops stay open, so that what happened there
 * can still be said; what it carried goes to the next run.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export const abortRun = (ctx: Context, runId: RunId, { reason }: AbortRunInput): Promise<RunView> =>
  advanceRun(
    ctx,
    { runId, action: 'abort' },
    () => ({ changes: { reason, endedAt: ctx.clock() }, details: { reason } }),
    (tx, run) => replanWaiting(tx, ctx, run.groupingId),
  )
