import {
  type CalendarDate,
  dateColumn,
  daysBetween,
  firstDayOf,
  fromDateColumn,
  lastDayOf,
  type YearMonth,
} from '../kernel/calendar.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import type { MonthMember } from './split-pools.js'

export interface NamedMember extends MonthMember {
  readonly name: string
}

/** The members of a month in the grouping's fixed order, each with its days of membership. */
export async function monthMembers(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<readonly NamedMember[]> {
  const first = firstDayOf(month)
  const last = lastDayOf(month)
  const memberships = await tx.membership.findMany({
    where: {
      groupingId,
      fromOn: { lte: dateColumn(last) },
      OR: [{ toOn: null }, { toOn: { gte: dateColumn(first) } }],
    },
    include: { establishment: { select: { name: true } } },
    orderBy: [{ memberOrder: 'asc' }, { establishmentId: 'asc' }],
  })
  const members = new Map<EstablishmentId, NamedMember>()
  for (const membership of memberships) {
    const establishmentId = EstablishmentId.parse(membership.establishmentId)
    const days = daysBetween(later(first, membership.fromOn), earlier(last, membership.toOn)) + 1
    const before = members.get(establishmentId)?.days ?? 0
    members.set(establishmentId, {
      establishmentId,
      name: membership.establishment.name,
      days: before + days,
    })
  }
  return [...members.values()]
}

function later(day: CalendarDate, column: Date): CalendarDate {
  const other = fromDateColumn(column)
  return other > day ? other : day
}

function earlier(day: CalendarDate, column: Date | null): CalendarDate {
  if (column === null) return day
  const other = fromDateColumn(column)
  return other < day ? other : day
}
