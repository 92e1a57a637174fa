import { planRuns } from '../../jobs/declarations/runs.js'
import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { GroupingId, newId, RunStopId, type RunTemplateId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { enqueue } from '../platform/outbox/enqueue.js'
import { followTemplate } from './follow-template.js'
import { lockTemplate, readTemplate, type TemplateRow, templateView } from './load-template.js'
import type { RunTemplateView, StopInput } from './template-schema.js'

interface TemplateChange {
  readonly action: string
  /** Said on the runs that no longer leave. */
  readonly reason: string
  readonly details: { readonly [key: string]: JsonSafe }
}

/**
 * Changes a template, then lets what is planned follow it: runs that have not started are moved or
 * given up in the same transaction, new ones are planned by a job.
 * @throws DomainError `not-found` · `forbidden`
 */
export function changeTemplate(
  ctx: Context,
  id: RunTemplateId,
  work: (tx: Tx, template: TemplateRow) => Promise<TemplateChange>,
): Promise<RunTemplateView> {
  return namesExplained(() =>
    inTransaction(ctx, async (tx) => {
      const change = await work(tx, await lockTemplate(tx, ctx, id))
      const after = await readTemplate(tx, id)
      const followed = await followTemplate(tx, ctx, after, change.reason)
      await announceTemplate(tx, ctx, after, {
        ...change,
        details: { ...change.details, reason: change.reason, ...followed },
      })
      return templateView(after)
    }),
  )
}

/** Audits a change of a template, tells open screens and asks for the runs that follow from it. */
export async function announceTemplate(
  tx: Tx,
  ctx: Context,
  template: TemplateRow,
  { action, details }: Omit<TemplateChange, 'reason'>,
): Promise<void> {
  const groupingId = GroupingId.parse(template.groupingId)
  const subjectId = template.id
  await recordAudit(tx, ctx, {
    groupingId,
    action,
    subjectType: 'run-template',
    subjectId,
    details,
  })
  await announce(tx, { topic: 'run-templates', groupingId, subjectId })
  // A finished job keeps its id for days: each change needs one of its own.
  const change = `${subjectId}-${ctx.clock().getTime()}`
  await enqueue(tx, ctx, planRuns, { payload: { groupingId, change }, groupingId })
}

/** Writes the stops of a template in the order given, in place of those it had. */
export async function writeStops(
  tx: Tx,
  template: { readonly id: string; readonly groupingId: string },
  stops: readonly StopInput[],
): Promise<void> {
  await tx.runTemplateStop.deleteMany({ where: { templateId: template.id } })
  await tx.runTemplateStop.createMany({
    data: stops.map((stop, i) => ({
      ...stop,
      id: newId(RunStopId),
      templateId: template.id,
      groupingId: template.groupingId,
      position: i + 1,
    })),
  })
}

/** @throws DomainError `duplicate` instead of the database's own words */
export async function namesExplained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'run_template_grouping_id_name_key')) throw error
    throw new DomainError('duplicate', 'Another run of this grouping already has this name')
  }
}
