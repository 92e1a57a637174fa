import { dateColumn } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import type { RunTemplateId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { changeTemplate } from './change-of-template.js'
import { dateOrNull } from './load-template.js'
import type { HoldRunTemplateInput, RunTemplateView } from './template-schema.js'

/**
 * Stops a recurring run for some days, or until it is resumed. Its planned runs of these days are
 * given up for the reason; what they carried goes to the next run.
 * @throws DomainError `not-found` · `forbidden`
 */
export const holdTemplate = (
  ctx: Context,
  id: RunTemplateId,
  { from, to, reason }: HoldRunTemplateInput,
): Promise<RunTemplateView> =>
  changeTemplate(ctx, id, async (tx) => {
    const data = { heldFrom: dateColumn(from), heldTo: dateOrNull(to) }
    await tx.runTemplate.updateMany({ where: { id }, data })
    return { action: 'run-template.held', reason, details: { from, to } }
  })

/**
 * Lets a held run leave again; its runs are planned anew.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` it is not held
 */
export const resumeTemplate = (ctx: Context, id: RunTemplateId): Promise<RunTemplateView> =>
  changeTemplate(ctx, id, async (tx, { heldFrom }) => {
    if (heldFrom === null) throw new DomainError('wrong-state', 'This run is not held')
    await tx.runTemplate.updateMany({ where: { id }, data: { heldFrom: null, heldTo: null } })
    return { action: 'run-template.resumed', reason: 'Reprise de la tournée', details: {} }
  })
