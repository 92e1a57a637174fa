import { recordAudit } from '../audit/index.js'
import { takeNumber } from '../documents/index.js'
import {
  addDays,
  type CalendarDate,
  dateColumn,
  dayOf,
  fromDateColumn,
} from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { type GroupingId, newId, RunId, RunStopId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inLongTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { patternOf, TEMPLATE_PARTS, type TemplateRow } from './load-template.js'
import { membersOf, type PlannedStop, plannedStops } from './planned-stops.js'
import { type PlannedDeparture, plannedDepartures } from './recurrence.js'
import { replanWaiting } from './replan-waiting.js'
import { PLANNERS } from './roles.js'

/** The series of run numbers: `T-2026-00042` (tournée). */
export const RUN_SERIES = { kind: 'run', prefix: 'T' } as const

const HORIZON_DAYS = 14

export interface PlanningResult {
  /** Runs that did not exist before. */
  readonly planned: number
  readonly throughDay: CalendarDate
}

interface MissingRun {
  readonly template: TemplateRow
  readonly departure: PlannedDeparture
  readonly stops: readonly PlannedStop[]
}

/**
 * Plans the runs of every template of a grouping from today through `throughDays` days ahead, in the
 * order they leave. Safe to repeat and to race: a template has one run per day, and the templates stay
 * locked while it works. A departure that is already past is not planned. Orders, deliveries and
 * specimens that were waiting for a run get one.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function planRuns(
  ctx: Context,
  groupingId: GroupingId,
  { throughDays = HORIZON_DAYS }: { readonly throughDays?: number } = {},
) {
  requireRole(ctx, { groupingId }, PLANNERS)
  return inLongTransaction(ctx, async (tx) => {
    const templates = await lockTemplates(tx, groupingId)
    const today = await todayOf(tx, ctx, groupingId)
    const throughDay = addDays(today, throughDays)
    const missing = await missingRuns(tx, ctx, { groupingId, templates, today, throughDay })
    await writeRuns(tx, ctx, groupingId, missing)
    await replanWaiting(tx, ctx, groupingId)
    if (missing.length > 0) await tell(tx, ctx, groupingId, missing)
    return { planned: missing.length, throughDay } satisfies PlanningResult
  })
}

async function lockTemplates(tx: Tx, groupingId: GroupingId): Promise<TemplateRow[]> {
  await tx.$queryRaw`
    select id from run_template where grouping_id = ${groupingId}::uuid order by id for update`
  return tx.runTemplate.findMany({
    where: { groupingId },
    include: TEMPLATE_PARTS,
    orderBy: { id: 'asc' },
  })
}

/** The day it is where the grouping lives. @throws DomainError `not-found` */
export async function todayOf(tx: Tx, ctx: Context, groupingId: GroupingId): Promise<CalendarDate> {
  const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
  if (grouping === null) throw notFound('Grouping', groupingId)
  return dayOf(ctx.clock(), grouping.timeZone)
}

interface Horizon {
  readonly groupingId: GroupingId
  readonly templates: readonly TemplateRow[]
  readonly today: CalendarDate
  readonly throughDay: CalendarDate
}

async function missingRuns(
  tx: Tx,
  ctx: Context,
  { groupingId, templates, today, throughDay }: Horizon,
): Promise<MissingRun[]> {
  const existing = await tx.run.findMany({
    where: { groupingId, templateId: { not: null }, serviceOn: { gte: dateColumn(today) } },
    select: { templateId: true, serviceOn: true },
  })
  const taken = new Set(
    existing.map(({ templateId, serviceOn }) => `${templateId}/${fromDateColumn(serviceOn)}`),
  )
  const isMemberOn = await membersOf(tx, groupingId)
  const now = ctx.clock()
  return templates
    .flatMap((template) =>
      plannedDepartures(patternOf(template), today, throughDay).map((departure) => ({
        template,
        departure,
        stops: plannedStops(template.runTemplateStops, departure, isMemberOn),
      })),
    )
    .filter(
      ({ template, departure, stops }) =>
        stops.length > 0 &&
        departure.departsAt > now &&
        !taken.has(`${template.id}/${departure.serviceOn}`),
    )
    .toSorted((a, b) => a.departure.departsAt.getTime() - b.departure.departsAt.getTime())
}

async function writeRuns(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  missing: readonly MissingRun[],
): Promise<void> {
  const runs = []
  for (const { template, departure, stops } of missing) {
    const { number } = await takeNumber(tx, ctx, { groupingId, ...RUN_SERIES })
    runs.push({ id: newId(RunId), number, template, departure, stops })
  }
  await tx.run.createMany({
    data: runs.map(({ id, number, template, departure }) => ({
      ...departure,
      id,
      groupingId,
      number,
      templateId: template.id,
      name: template.name,
      serviceOn: dateColumn(departure.serviceOn),
      state: 'planned',
      createdAt: ctx.clock(),
    })),
  })
  await tx.runStop.createMany({
    data: runs.flatMap(({ id, stops }) =>
      stops.map((stop) => ({ ...stop, id: newId(RunStopId), runId: id, groupingId })),
    ),
  })
}

async function tell(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  missing: readonly MissingRun[],
): Promise<void> {
  await recordAudit(tx, ctx, {
    groupingId,
    action: 'runs.planned',
    subjectType: 'grouping',
    subjectId: groupingId,
    details: {
      planned: missing.length,
      fromDay: missing[0]?.departure.serviceOn,
      throughDay: missing.at(-1)?.departure.serviceOn,
    },
  })
  await announce(tx, { topic: 'runs', groupingId, subjectId: groupingId })
}
