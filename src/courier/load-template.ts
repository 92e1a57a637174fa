import { dateColumn, fromDateColumn, localTime } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { DeliveryPointId, EstablishmentId, GroupingId, RunTemplateId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { RunPattern, TemplateException } from './recurrence.js'
import { PLANNERS } from './roles.js'
import type { RunTemplateView } from './template-schema.js'

export const TEMPLATE_PARTS = {
  grouping: { select: { timeZone: true } },
  runTemplateStops: {
    orderBy: { position: 'asc' },
    include: {
      establishment: { select: { name: true } },
      deliveryPoint: { select: { name: true } },
    },
  },
  runTemplateExceptions: { orderBy: { onDay: 'asc' } },
} as const satisfies Prisma.RunTemplateInclude

export type TemplateRow = Prisma.RunTemplateGetPayload<{ include: typeof TEMPLATE_PARTS }>

/**
 * Locks a template for a planner of its grouping. Planning takes the same lock, so a run is never
 * planned from a timetable that is changing.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function lockTemplate(tx: Tx, ctx: Context, id: RunTemplateId): Promise<TemplateRow> {
  await tx.$queryRaw`select id from run_template where id = ${id}::uuid for update`
  const row = await readTemplate(tx, id)
  requireRole(ctx, { groupingId: GroupingId.parse(row.groupingId) }, PLANNERS)
  return row
}

/** @throws DomainError `not-found` */
export async function readTemplate(tx: Tx, id: RunTemplateId): Promise<TemplateRow> {
  const row = await tx.runTemplate.findUnique({ where: { id }, include: TEMPLATE_PARTS })
  if (row === null) throw notFound('Run template', id)
  return row
}

/** The timetable of a stored template. */
export const patternOf = (row: TemplateRow): RunPattern => ({
  weekdays: row.weekdays,
  departsAt: localTime(row.departsAt),
  timeZone: row.grouping.timeZone,
  cutoffMinutes: row.cutoffMinutes,
  skipsPublicHolidays: row.skipsPublicHolidays,
  validFrom: fromDateColumn(row.validFrom),
  validTo: row.validTo && fromDateColumn(row.validTo),
  heldFrom: row.heldFrom && fromDateColumn(row.heldFrom),
  heldTo: row.heldTo && fromDateColumn(row.heldTo),
  exceptions: row.runTemplateExceptions.map(exceptionOf),
})

function exceptionOf({
  onDay,
  departsAt,
}: TemplateRow['runTemplateExceptions'][number]): TemplateException {
  const day = fromDateColumn(onDay)
  return departsAt === null
    ? { onDay: day, kind: 'cancelled' }
    : { onDay: day, kind: 'moved', departsAt: localTime(departsAt) }
}

/** A template as a planner reads it. */
export function templateView(row: TemplateRow): RunTemplateView {
  const { weekdays, departsAt, timeZone: _, exceptions: __, ...pattern } = patternOf(row)
  return {
    id: RunTemplateId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    name: row.name,
    ...pattern,
    weekdays: [...weekdays],
    departsAt,
    stops: row.runTemplateStops.map((stop) => ({
      position: stop.position,
      establishmentId: EstablishmentId.parse(stop.establishmentId),
      establishmentName: stop.establishment.name,
      deliveryPointId: DeliveryPointId.parse(stop.deliveryPointId),
      deliveryPointName: stop.deliveryPoint.name,
      offsetMinutes: stop.offsetMinutes,
      delivers: stop.delivers,
      collectsSpecimens: stop.collectsSpecimens,
    })),
    exceptions: row.runTemplateExceptions.map((exception) => ({
      onDay: fromDateColumn(exception.onDay),
      kind: exception.departsAt === null ? 'cancelled' : 'moved',
      departsAt: exception.departsAt === null ? null : localTime(exception.departsAt),
      reason: exception.reason,
    })),
  }
}

export const dateOrNull = (day: RunTemplateView['validTo']): Date | null =>
  day === null ? null : dateColumn(day)
