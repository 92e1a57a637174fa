import { type CalendarDate, dateColumn, dayOf, weekdayOf } from '../kernel/calendar.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import { GroupingId, type RunTemplateId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { changeTemplate } from './change-of-template.js'
import { checkStops } from './check-stops.js'
import { patternOf, type TemplateRow } from './load-template.js'
import type { ExceptionInput, RunTemplateView } from './template-schema.js'

/**
 * Cancels or moves one day of a recurring run without touching its timetable; a second exception for
 * the day replaces the first. A cancelled run is given up for the reason and what it carried goes to
 * the next one; a moved run changes its hours.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` · `wrong-state` that run has started
 */
export const exceptDay = (
  ctx: Context,
  id: RunTemplateId,
  input: ExceptionInput,
): Promise<RunTemplateView> =>
  changeTemplate(ctx, id, async (tx, template) => {
    requireServedDay(ctx, template, input.onDay)
    await requireNotStarted(tx, template, input.onDay)
    const { onDay, kind, reason } = input
    const departsAt = input.kind === 'moved' ? input.departsAt : null
    if (departsAt !== null) {
      await checkStops(tx, {
        groupingId: GroupingId.parse(template.groupingId),
        onDay,
        departsAt,
        stops: template.runTemplateStops,
      })
    }
    const day = { templateId: id, onDay: dateColumn(onDay) }
    const data = { kind, departsAt, reason }
    await tx.runTemplateException.upsert({
      where: { templateId_onDay: day },
      create: { ...day, ...data, groupingId: template.groupingId },
      update: data,
    })
    return { action: 'run-template.day-excepted', reason, details: { onDay, kind, departsAt } }
  })

/**
 * Takes an exception back: the day follows the timetable again.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` that run has started
 */
export const restoreDay = (
  ctx: Context,
  id: RunTemplateId,
  onDay: CalendarDate,
): Promise<RunTemplateView> =>
  changeTemplate(ctx, id, async (tx, template) => {
    await requireNotStarted(tx, template, onDay)
    const { count } = await tx.runTemplateException.deleteMany({
      where: { templateId: id, onDay: dateColumn(onDay) },
    })
    if (count === 0) throw notFound('Exception of', onDay)
    const reason = 'Retour à l’horaire habituel'
    return { action: 'run-template.day-restored', reason, details: { onDay } }
  })

function requireServedDay(ctx: Context, template: TemplateRow, day: CalendarDate): void {
  const { weekdays, validFrom, validTo, timeZone } = patternOf(template)
  if (day < dayOf(ctx.clock(), timeZone)) throw invalidField('onDay', 'This day is over')
  const isValid = day >= validFrom && (validTo === null || day <= validTo)
  if (isValid && weekdays.includes(weekdayOf(day))) return
  throw invalidField('onDay', 'This run does not leave on that day: plan a single run instead')
}

async function requireNotStarted(tx: Tx, { id }: TemplateRow, day: CalendarDate): Promise<void> {
  const run = await tx.run.findFirst({
    where: {
      templateId: id,
      serviceOn: dateColumn(day),
      state: { in: ['started', 'completed'] },
    },
    select: { id: true, number: true, state: true },
  })
  if (run === null) return
  throw new DomainError('wrong-state', `The run of that day, ${run.number}, is ${run.state}`, {
    runId: run.id,
    state: run.state,
  })
}
