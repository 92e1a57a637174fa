import { dateColumn, dayOf } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import { GroupingId, type RunTemplateId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { changeTemplate, writeStops } from './change-of-template.js'
import { checkStops, firstServedDay } from './check-stops.js'
import { type TemplateRow, templateView } from './load-template.js'
import type { ChangeRunTemplateInput, RunTemplateView } from './template-schema.js'

const TIMETABLE_CHANGED = 'Horaire de la tournée modifié'

/**
 * Changes a recurring run; what is planned and not started follows. A stop that is taken out stays on
 * the planned runs as skipped, because orders may already name it; they go to the next run.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` · `invalid-input`
 */
export const editTemplate = (
  ctx: Context,
  id: RunTemplateId,
  input: ChangeRunTemplateInput,
): Promise<RunTemplateView> =>
  changeTemplate(ctx, id, async (tx, template) => {
    const { stops, validFrom, validTo, reason = TIMETABLE_CHANGED, ...timetable } = input
    const before = templateView(template)
    requireOrderedDays({ ...before, ...given({ validFrom, validTo }) })
    await requireDrivable(tx, ctx, template, input)
    await tx.runTemplate.updateMany({
      where: { id },
      data: given({
        ...timetable,
        validFrom: validFrom && dateColumn(validFrom),
        validTo: validTo && dateColumn(validTo),
        ...(validTo === null && { validTo: null }),
      }),
    })
    if (stops !== undefined) await writeStops(tx, template, stops)
    return { action: 'run-template.changed', reason, details: { before } }
  })

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** A field that is absent must not be written as empty. The filter is what the cast states. */
function given<T extends object>(fields: T): Given<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Given<T>
}

function requireOrderedDays({
  validFrom,
  validTo,
}: Pick<RunTemplateView, 'validFrom' | 'validTo'>) {
  if (validTo === null || validTo >= validFrom) return
  throw invalidField('validTo', 'Ends on its first day or later')
}

async function requireDrivable(
  tx: Tx,
  ctx: Context,
  template: TemplateRow,
  input: ChangeRunTemplateInput,
): Promise<void> {
  const before = templateView(template)
  if (input.stops === undefined && input.departsAt === undefined) return
  const validFrom = input.validFrom ?? before.validFrom
  const today = dayOf(ctx.clock(), template.grouping.timeZone)
  await checkStops(tx, {
    groupingId: GroupingId.parse(template.groupingId),
    onDay: firstServedDay(validFrom, today),
    departsAt: input.departsAt ?? before.departsAt,
    stops: input.stops ?? before.stops,
  })
}
