import { dateColumn, dayOf } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { newId, RunTemplateId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announceTemplate, namesExplained, writeStops } from './change-of-template.js'
import { checkStops, firstServedDay } from './check-stops.js'
import { dateOrNull, readTemplate, templateView } from './load-template.js'
import { PLANNERS } from './roles.js'
import type { CreateRunTemplateInput, RunTemplateView } from './template-schema.js'

/**
 * Opens a recurring run. Its runs are planned by a job, right after this commits.
 * @throws DomainError `forbidden` · `duplicate` the name is taken · `invalid-input` naming each stop
 */
export async function createTemplate(
  ctx: Context,
  input: CreateRunTemplateInput,
): Promise<RunTemplateView> {
  const { groupingId, stops, validFrom, validTo, ...timetable } = input
  requireRole(ctx, { groupingId }, PLANNERS)
  return namesExplained(() =>
    inTransaction(ctx, async (tx) => {
      const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
      if (grouping === null) throw notFound('Grouping', groupingId)
      const today = dayOf(ctx.clock(), grouping.timeZone)
      const onDay = firstServedDay(validFrom, today)
      await checkStops(tx, { groupingId, onDay, departsAt: input.departsAt, stops })

      const id = newId(RunTemplateId)
      await tx.runTemplate.createMany({
        data: {
          ...timetable,
          id,
          groupingId,
          validFrom: dateColumn(validFrom),
          validTo: dateOrNull(validTo),
          createdAt: ctx.clock(),
        },
      })
      await writeStops(tx, { id, groupingId }, stops)
      const template = await readTemplate(tx, id)
      const details = { template: templateView(template) }
      await announceTemplate(tx, ctx, template, { action: 'run-template.created', details })
      return templateView(template)
    }),
  )
}
