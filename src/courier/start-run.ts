import type { RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { advanceRun } from './advance-run.js'
import { issueSheet } from './issue-sheet.js'
import { pastInstant } from './past-instant.js'
import type { RunMomentInput, RunView } from './run-schema.js'

/**
 * The van leaves: the run sheet is issued as it stands. A phone without network says it later.
 * @throws DomainError `not-found` · `forbidden` another courier's run · `wrong-state`
 */
export const startRun = (
  ctx: Context,
  runId: RunId,
  { at }: RunMomentInput = {},
): Promise<RunView> =>
  advanceRun(
    ctx,
    { runId, action: 'start' },
    () => ({ changes: { startedAt: pastInstant(ctx, at) } }),
    async (tx, run) => {
      await issueSheet(tx, ctx, run, 'Départ de la tournée')
    },
  )
