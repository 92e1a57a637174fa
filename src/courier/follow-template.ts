import { dateColumn, dayOf, fromDateColumn } from '../kernel/calendar.js'
import { GroupingId, newId, RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { giveUpRun } from './give-up-run.js'
import { patternOf, type TemplateRow } from './load-template.js'
import { membersOf, type PlannedStop, plannedStops } from './planned-stops.js'
import { type PlannedDeparture, plannedDepartures } from './recurrence.js'
import { followMovedStops, replanWaiting } from './replan-waiting.js'

const NOT_STARTED = ['planned', 'assigned']
const REMOVED = 'Arrêt retiré de la tournée'

type RunRow = Prisma.RunGetPayload<{ include: { runStops: true } }>

/**
 * Brings the runs of a template that have not started, from today on, into line with it: hours, name
 * and stops, or given up for `reason` when the timetable no longer has them. A run given up this way
 * leaves its template, so that the day can be planned again should the timetable come back.
 */
export async function followTemplate(
  tx: Tx,
  ctx: Context,
  template: TemplateRow,
  reason: string,
): Promise<{ readonly movedRuns: number; readonly abortedRuns: number }> {
  const groupingId = GroupingId.parse(template.groupingId)
  const runs = await lockRuns(tx, ctx, template)
  const isMemberOn = await membersOf(tx, groupingId)
  const departures = departuresOf(template, runs)
  const moved: string[] = []
  let abortedRuns = 0
  for (const run of runs) {
    const departure = departures.get(fromDateColumn(run.serviceOn))
    const stops = departure && plannedStops(template.runTemplateStops, departure, isMemberOn)
    if (departure === undefined || stops === undefined || stops.length === 0) {
      await giveUpRun(tx, ctx, run, { reason, leavesTemplate: true })
      abortedRuns += 1
    } else if (await alignRun(tx, run, { name: template.name, departure, stops })) {
      moved.push(run.id)
      await announce(tx, { topic: 'runs', groupingId, subjectId: run.id })
    }
  }
  await followMovedStops(tx, ctx, moved)
  await replanWaiting(tx, ctx, groupingId)
  return { movedRuns: moved.length, abortedRuns }
}

async function lockRuns(tx: Tx, ctx: Context, template: TemplateRow): Promise<RunRow[]> {
  await tx.$queryRaw`
    select id from run where template_id = ${template.id}::uuid and state = any (${NOT_STARTED})
    order by id for update`
  const today = dayOf(ctx.clock(), template.grouping.timeZone)
  return tx.run.findMany({
    where: {
      templateId: template.id,
      state: { in: NOT_STARTED },
      serviceOn: { gte: dateColumn(today) },
    },
    include: { runStops: { orderBy: { position: 'asc' } } },
    orderBy: { serviceOn: 'asc' },
  })
}

function departuresOf(template: TemplateRow, runs: readonly RunRow[]) {
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return new Map<string, PlannedDeparture>()
  const from = fromDateColumn(first.serviceOn)
  const to = fromDateColumn(last.serviceOn)
  const departures = plannedDepartures(patternOf(template), from, to)
  return new Map<string, PlannedDeparture>(departures.map((one) => [one.serviceOn, one]))
}

interface Target {
  readonly name: string
  readonly departure: PlannedDeparture
  readonly stops: readonly PlannedStop[]
}

/** Answers whether anything changed. */
async function alignRun(tx: Tx, run: RunRow, { name, departure, stops }: Target): Promise<boolean> {
  const { departsAt, cutoffAt } = departure
  const isSame =
    run.name === name &&
    run.departsAt.getTime() === departsAt.getTime() &&
    run.cutoffAt.getTime() === cutoffAt.getTime() &&
    sameStops(run, stops)
  if (isSame) return false
  await tx.run.updateMany({ where: { id: run.id }, data: { name, departsAt, cutoffAt } })
  await alignStops(tx, run, stops)
  return true
}

const sameStops = ({ runStops }: RunRow, stops: readonly PlannedStop[]): boolean => {
  const live = runStops.filter(({ state }) => state === 'pending')
  return (
    live.length === stops.length &&
    live.every((stop, i) => {
      const target = stops[i]
      return (
        target !== undefined &&
        stop.position === target.position &&
        stop.establishmentId === target.establishmentId &&
        stop.deliveryPointId === target.deliveryPointId &&
        stop.plannedAt.getTime() === target.plannedAt.getTime() &&
        stop.delivers === target.delivers &&
        stop.collectsSpecimens === target.collectsSpecimens
      )
    })
  )
}

/** Keeps the stops that go to the same establishment, since orders name them; a stop is never deleted. */
async function alignStops(tx: Tx, run: RunRow, stops: readonly PlannedStop[]): Promise<void> {
  // Out of the way first: positions are unique within a run at every moment.
  await tx.$executeRaw`
    update run_stop set position = -position where run_id = ${run.id}::uuid`
  const left = [...run.runStops]
  for (const stop of stops) {
    const found = left.findIndex(({ establishmentId }) => establishmentId === stop.establishmentId)
    const [kept] = found < 0 ? [] : left.splice(found, 1)
    const data = { ...stop, state: 'pending', reason: null }
    if (kept === undefined) {
      const ids = { id: newId(RunStopId), runId: run.id, groupingId: run.groupingId }
      await tx.runStop.createMany({ data: { ...data, ...ids } })
    } else {
      await tx.runStop.updateMany({ where: { id: kept.id }, data })
    }
  }
  for (const [i, gone] of left.entries()) {
    const data = { position: stops.length + 1 + i, state: 'skipped', reason: REMOVED }
    await tx.runStop.updateMany({ where: { id: gone.id }, data })
  }
}
