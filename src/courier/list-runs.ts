import { addDays, type CalendarDate, dateColumn, dayOf } from '../kernel/calendar.js'
import type { RunId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { ListRunsQuery, RunPage, RunView } from './run-schema.js'
import { runSummary, runView, SUMMARY_PARTS } from './run-view.js'

/** The runs the caller may see, in the order they leave. */
export const listRuns = (ctx: Context, query: ListRunsQuery): Promise<RunPage> =>
  inReadTransaction(ctx, async (tx) => {
    const { cursor, limit } = query
    const rows = await tx.run.findMany({
      where: { AND: [visibleRuns(ctx), wanted(ctx, query)] },
      include: SUMMARY_PARTS,
      orderBy: [{ departsAt: 'asc' }, { id: 'asc' }],
      take: limit + 1,
      ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
    })
    return toPage(rows.map(runSummary), limit)
  })

/** @throws DomainError `not-found` */
export const getRun = (ctx: Context, runId: RunId): Promise<RunView> =>
  inReadTransaction(ctx, (tx) => runView(tx, ctx, runId, visibleRuns(ctx)))

/**
 * Row security shows a grouping's runs to everybody at its hub. A courier who is nothing else there
 * sees what they drive or may be given, around today: yesterday's may not be closed, tomorrow's is
 * read in the evening.
 */
export function visibleRuns(ctx: Context): Prisma.RunWhereInput {
  const wide = ctx.actor.grants.filter(({ establishmentId }) => establishmentId === undefined)
  const sees = new Set(
    wide.flatMap(({ role, groupingId }) => (role === 'courier' ? [] : [groupingId])),
  )
  const drivesOnly = wide.flatMap(({ groupingId }) => (sees.has(groupingId) ? [] : [groupingId]))
  if (drivesOnly.length === 0) return {}
  const today = dayOf(ctx.clock())
  return {
    OR: [
      { groupingId: { notIn: drivesOnly } },
      {
        groupingId: { in: drivesOnly },
        serviceOn: { gte: column(today, -1), lte: column(today, 1) },
        OR: [{ courierId: null }, { courierId: ctx.actor.userId }],
      },
    ],
  }
}

const column = (day: CalendarDate, days: number): Date => dateColumn(addDays(day, days))

function wanted(
  ctx: Context,
  { groupingId, day, state, mine }: ListRunsQuery,
): Prisma.RunWhereInput {
  return {
    serviceOn: day === undefined ? { gte: column(dayOf(ctx.clock()), -1) } : dateColumn(day),
    ...(groupingId !== undefined && { groupingId }),
    ...(state !== undefined && { state }),
    ...(mine === true && { courierId: ctx.actor.userId }),
  }
}
