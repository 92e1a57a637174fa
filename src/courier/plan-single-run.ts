import { recordAudit } from '../audit/index.js'
import { takeNumber } from '../documents/index.js'
import { type CalendarDate, dateColumn, dayOf } from '../kernel/calendar.js'
import { invalidField, notFound } from '../kernel/errors.js'
import { newId, RunId, RunStopId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { checkStops } from './check-stops.js'
import { requireCourierOn } from './courier-on.js'
import { passageAt } from './passage-time.js'
import { RUN_SERIES } from './plan-runs.js'
import { PLANNERS } from './roles.js'
import type { PlanSingleRunInput, RunView } from './run-schema.js'
import { runView } from './run-view.js'

/**
 * Plans one run outside any timetable, such as an urgent course. The hours of the delivery points are
 * not checked: for an urgent course somebody comes down.
 * @throws DomainError `forbidden` · `not-found` · `invalid-input`
 */
export async function planSingleRun(ctx: Context, input: PlanSingleRunInput): Promise<RunView> {
  const { groupingId, name, departsAt, courierId, stops } = input
  requireRole(ctx, { groupingId }, PLANNERS)
  return inTransaction(ctx, async (tx) => {
    const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
    if (grouping === null) throw notFound('Grouping', groupingId)
    const serviceOn = dayOf(departsAt, grouping.timeZone)
    if (serviceOn < dayOf(ctx.clock(), grouping.timeZone)) {
      throw invalidField('departsAt', 'This day is over')
    }
    await checkStops(tx, { groupingId, onDay: serviceOn, stops })
    if (courierId !== undefined) await requireCourierOn(tx, groupingId, courierId, serviceOn)

    const { id, number } = await writeRun(tx, ctx, input, serviceOn)
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'run.planned',
      subjectType: 'run',
      subjectId: id,
      details: { number, name, departsAt: departsAt.toISOString(), stops: stops.length },
    })
    await announce(tx, { topic: 'runs', groupingId, subjectId: id })
    return runView(tx, ctx, id)
  })
}

async function writeRun(
  tx: Tx,
  ctx: Context,
  { groupingId, name, departsAt, cutoffMinutes, courierId, stops }: PlanSingleRunInput,
  serviceOn: CalendarDate,
): Promise<{ readonly id: RunId; readonly number: string }> {
  const id = newId(RunId)
  const { number } = await takeNumber(tx, ctx, { groupingId, ...RUN_SERIES })
  await tx.run.createMany({
    data: {
      id,
      groupingId,
      number,
      name,
      serviceOn: dateColumn(serviceOn),
      departsAt,
      cutoffAt: passageAt(departsAt, -cutoffMinutes),
      state: courierId === undefined ? 'planned' : 'assigned',
      courierId: courierId ?? null,
      createdAt: ctx.clock(),
    },
  })
  await tx.runStop.createMany({
    data: stops.map(({ offsetMinutes, ...stop }, i) => ({
      ...stop,
      id: newId(RunStopId),
      runId: id,
      groupingId,
      position: i + 1,
      plannedAt: passageAt(departsAt, offsetMinutes),
    })),
  })
  return { id, number }
}
