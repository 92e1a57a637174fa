import type { CalendarDate } from '../kernel/calendar.js'
import { dateColumn, fromDateColumn } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

/** Whether an establishment is a member of a grouping on a day; both end days count. */
export async function memberOn(
  tx: Tx,
  groupingId: GroupingId,
  establishmentId: EstablishmentId,
  day: CalendarDate,
): Promise<boolean> {
  const on = dateColumn(day)
  const membership = await tx.membership.findFirst({
    where: {
      groupingId,
      establishmentId,
      fromOn: { lte: on },
      OR: [{ toOn: null }, { toOn: { gte: on } }],
    },
    select: { id: true },
  })
  return membership !== null
}

/** What only a member may be or do, as its refusal begins. */
const MEMBERS_ONLY = {
  order: 'This order',
  shipment: 'A specimen shipment',
  hub: 'A hub',
} as const
type MemberNeed = keyof typeof MEMBERS_ONLY

/**
 * Refuses what only a member of that day may do, naming the establishment, the day and the nearest
 * membership.
 * @throws DomainError `not-a-member`
 */
export async function requireMemberOn(
  tx: Tx,
  groupingId: GroupingId,
  establishmentId: EstablishmentId,
  day: CalendarDate,
  subject: MemberNeed,
): Promise<void> {
  if (await memberOn(tx, groupingId, establishmentId, day)) return

  const [establishment, grouping, memberships] = [
    await tx.establishment.findUnique({ where: { id: establishmentId }, select: { name: true } }),
    await tx.grouping.findUnique({ where: { id: groupingId }, select: { name: true } }),
    await tx.membership.findMany({
      where: { groupingId, establishmentId },
      orderBy: { fromOn: 'asc' },
      select: { fromOn: true, toOn: true },
    }),
  ]
  const known = memberships.map(({ fromOn, toOn }) => ({
    fromOn: fromDateColumn(fromOn),
    ...(toOn && { toOn: fromDateColumn(toOn) }),
  }))
  const name = establishment?.name ?? 'This establishment'
  throw new DomainError(
    'not-a-member',
    `${MEMBERS_ONLY[subject]} needs a membership: ${name} is not a member on ${day}${nearest(known, day)}`,
    {
      ...{ subject, establishmentId, groupingId, day, memberships: known },
      ...(establishment !== null && { establishmentName: establishment.name }),
      ...(grouping !== null && { groupingName: grouping.name }),
    },
  )
}

interface Span {
  readonly fromOn: CalendarDate
  readonly toOn?: CalendarDate
}

function nearest(memberships: readonly Span[], day: CalendarDate): string {
  const coming = memberships.find(({ fromOn }) => fromOn > day)
  if (coming !== undefined) return ` (it joins on ${coming.fromOn})`
  const ended = memberships.at(-1)?.toOn
  return ended === undefined ? '' : ` (it left after ${ended})`
}
