import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, type RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma, RunStop } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { replanWaiting } from './replan-waiting.js'
import type { StopOutcome } from './run-schema.js'
import { nextStopState, type StopAction, StopState } from './transitions.js'

const ACTIONS: Readonly<Record<StopOutcome, StopAction>> = {
  done: 'finish',
  partial: 'finish-partly',
  skipped: 'skip',
  failed: 'fail',
}

export interface StopClosing {
  readonly runStopId: RunStopId
  readonly outcome: StopOutcome
  readonly reason?: string | undefined
  readonly at: Date
}

/**
 * The courier is there. Repeating it, or saying it after the stop was closed, only fills in the hour
 * that was missing. Who may say it, and of which run, is the caller's question. Answers whether
 * anything changed.
 * @throws DomainError `not-found`
 */
export async function arriveAtStop(
  tx: Tx,
  ctx: Context,
  { runStopId, at }: Pick<StopClosing, 'runStopId' | 'at'>,
): Promise<boolean> {
  const stop = await lockStop(tx, runStopId)
  if (stop.arrivedAt !== null) return false
  const isPending = stop.state === 'pending'
  const state = isPending ? nextStopState('pending', 'arrive') : stop.state
  await changeStop(tx, ctx, stop, { action: 'run-stop.arrived', changes: { state, arrivedAt: at } })
  return true
}

/**
 * The stop is over, even when nothing was exchanged. Closing it again the same way changes nothing.
 * Things that were to be handed over or taken at a stop that was skipped or failed go to the next
 * run. Who may close it is the caller's question. Answers whether anything changed.
 * @throws DomainError `not-found` · `wrong-state` it was closed otherwise
 */
export async function closeStop(
  tx: Tx,
  ctx: Context,
  { runStopId, outcome, reason, at }: StopClosing,
): Promise<boolean> {
  const stop = await lockStop(tx, runStopId)
  if (stop.state === outcome) return false
  const isDone = outcome === 'done' || outcome === 'partial'
  // A hurried courier closes without having said that they arrived.
  const from = isDone && stop.state === 'pending' ? 'arrived' : StopState.parse(stop.state)
  const state = nextStopState(from, ACTIONS[outcome])
  const arrivedAt = stop.arrivedAt ?? (isDone ? at : null)
  await changeStop(tx, ctx, stop, {
    action: 'run-stop.closed',
    changes: { state, arrivedAt, closedAt: at, reason: reason ?? null },
  })
  if (!isDone) await replanWaiting(tx, ctx, GroupingId.parse(stop.groupingId))
  return true
}

async function lockStop(tx: Tx, runStopId: RunStopId): Promise<RunStop> {
  await tx.$queryRaw`select id from run_stop where id = ${runStopId}::uuid for update`
  const stop = await tx.runStop.findUnique({ where: { id: runStopId } })
  if (stop === null) throw notFound('Stop', runStopId)
  return stop
}

interface StopChange {
  readonly action: string
  readonly changes: Prisma.RunStopUncheckedUpdateInput & { readonly state: string }
}

async function changeStop(
  tx: Tx,
  ctx: Context,
  stop: RunStop,
  { action, changes }: StopChange,
): Promise<void> {
  await tx.runStop.updateMany({ where: { id: stop.id }, data: changes })
  const scope = {
    groupingId: GroupingId.parse(stop.groupingId),
    establishmentId: EstablishmentId.parse(stop.establishmentId),
  }
  const { state, reason } = changes
  await recordAudit(tx, ctx, {
    ...scope,
    action,
    subjectType: 'run-stop',
    subjectId: stop.id,
    details: {
      runId: stop.runId,
      before: stop.state,
      after: state,
      ...(typeof reason === 'string' && { reason }),
    },
  })
  await announce(tx, { ...scope, topic: 'runs', subjectId: stop.runId })
}
