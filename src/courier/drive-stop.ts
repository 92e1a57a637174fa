import { DomainError, notFound } from '../kernel/errors.js'
import type { RunId, RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { type LockedRun, lockRun, requireDriver } from './load-run.js'
import { pastInstant } from './past-instant.js'
import type { ArriveInput, CloseStopInput, RunView } from './run-schema.js'
import { runView } from './run-view.js'
import { arriveAtStop, closeStop } from './stop-steps.js'
import { rolesForStop } from './transitions.js'

export interface StopOfRun {
  readonly runId: RunId
  readonly stopId: RunStopId
}

/**
 * Says that the van is at a stop.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` the run has not left
 */
export const arrive = (ctx: Context, stop: StopOfRun, { at }: ArriveInput): Promise<RunView> =>
  atStop(ctx, stop, async (tx) => {
    await arriveAtStop(tx, ctx, { runStopId: stop.stopId, at: pastInstant(ctx, at) })
  })

/**
 * Closes a stop, in time or late: also once the run was completed or given up.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` the run has not left, or the stop was closed otherwise
 */
export const close = (
  ctx: Context,
  stop: StopOfRun,
  { outcome, reason, at }: CloseStopInput,
): Promise<RunView> =>
  atStop(ctx, stop, async (tx) => {
    const closing = { runStopId: stop.stopId, outcome, reason, at: pastInstant(ctx, at) }
    await closeStop(tx, ctx, closing)
  })

function atStop(
  ctx: Context,
  { runId, stopId }: StopOfRun,
  work: (tx: Tx) => Promise<void>,
): Promise<RunView> {
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, runId)
    requireDriver(ctx, run, rolesForStop('arrive'))
    requireLeft(run)
    if (!run.runStops.some(({ id }) => id === stopId)) throw notFound('Stop', stopId)
    await work(tx)
    return runView(tx, ctx, runId)
  })
}

function requireLeft({ state, startedAt }: LockedRun): void {
  if (startedAt !== null) return
  throw new DomainError('wrong-state', `This run has not left: it is ${state}`, { state })
}
