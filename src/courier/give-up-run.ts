import { recordAudit } from '../audit/index.js'
import { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { nextRunState, RunState } from './transitions.js'

interface RunToGiveUp {
  readonly id: string
  readonly groupingId: string
  readonly state: string
}

interface GivingUp {
  readonly reason: string
  /** Frees the day, so that the timetable may plan it again. A run given up by hand keeps its day. */
  readonly leavesTemplate?: boolean
}

/**
 * Ends a run that will not be driven, or not to its end. Its open stops stay open: a phone that was
 * offline may still say what happened there. The caller re-plans what it carried.
 * @throws DomainError `wrong-state`
 */
export async function giveUpRun(
  tx: Tx,
  ctx: Context,
  run: RunToGiveUp,
  { reason, leavesTemplate = false }: GivingUp,
): Promise<void> {
  const groupingId = GroupingId.parse(run.groupingId)
  const state = nextRunState(RunState.parse(run.state), 'abort')
  await tx.run.updateMany({
    where: { id: run.id },
    data: { state, reason, endedAt: ctx.clock(), ...(leavesTemplate && { templateId: null }) },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    action: 'run.aborted',
    subjectType: 'run',
    subjectId: run.id,
    details: { reason, before: run.state },
  })
  await announce(tx, { topic: 'runs', groupingId, subjectId: run.id })
}
