import { recordAudit } from '../audit/index.js'
import type { RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { authoriseRun, type LockedRun, lockRun } from './load-run.js'
import type { RunView } from './run-schema.js'
import { runView } from './run-view.js'
import type { RunAction } from './transitions.js'

const PAST: Readonly<Record<RunAction, string>> = {
  assign: 'run.assigned',
  take: 'run.taken',
  unassign: 'run.unassigned',
  start: 'run.started',
  complete: 'run.completed',
  abort: 'run.aborted',
}

interface RunStep {
  readonly changes?: Prisma.RunUncheckedUpdateInput
  readonly details?: { readonly [key: string]: JsonSafe }
}

/**
 * Moves a run along its life cycle: state, audit and announcement together. `work` decides, under the
 * lock of the run, what else changes; `after` runs once the new state is written.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export function advanceRun(
  ctx: Context,
  { runId, action }: { readonly runId: RunId; readonly action: RunAction },
  work: (tx: Tx, run: LockedRun) => RunStep | Promise<RunStep>,
  after: (tx: Tx, run: LockedRun) => Promise<void> = async () => undefined,
): Promise<RunView> {
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, runId)
    const state = authoriseRun(ctx, run, action)
    const { changes = {}, details = {} } = await work(tx, run)
    await tx.run.updateMany({ where: { id: runId }, data: { ...changes, state } })
    const { groupingId } = run
    await recordAudit(tx, ctx, {
      groupingId,
      action: PAST[action],
      subjectType: 'run',
      subjectId: runId,
      details: { before: run.state, ...details },
    })
    await announce(tx, { topic: 'runs', groupingId, subjectId: runId })
    await after(tx, run)
    return runView(tx, ctx, runId)
  })
}
