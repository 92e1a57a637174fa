import { recordAudit } from '../audit/index.js'
import { type CalendarDate, dateColumn, fromDateColumn } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { type EstablishmentId, type GroupingId, MembershipId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { hasSqlState } from '../platform/db/sql-errors.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'

/** The trigger's answer, should two administrators pass the check together. */
const OVERLAP = 'NV002'

export interface NewMembership {
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly fromOn: CalendarDate
  readonly toOn?: CalendarDate | undefined
  readonly activities: readonly string[]
}

/**
 * Writes a membership at the end of the grouping's order of members; who returns gets their rank back.
 * @throws DomainError `duplicate` when the dates overlap another membership
 */
export async function enterMembership(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId, fromOn, toOn, activities }: NewMembership,
): Promise<MembershipId> {
  // Two newcomers may not get the same rank: it decides who bears the last cent.
  await tx.$queryRaw`select id from grouping where id = ${groupingId}::uuid for update`
  await requireNoOverlap(tx, { groupingId, establishmentId, fromOn, toOn })
  const id = newId(MembershipId)
  const memberOrder = await rankOf(tx, groupingId, establishmentId)
  await tx.membership.createMany({
    data: {
      id,
      groupingId,
      establishmentId,
      fromOn: dateColumn(fromOn),
      toOn: toOn === undefined ? null : dateColumn(toOn),
      activities: [...activities],
      memberOrder,
      createdAt: ctx.clock(),
    },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: 'membership.entered',
    subjectType: 'membership',
    subjectId: id,
    details: { fromOn, toOn, activities, memberOrder },
  })
  await announce(tx, { topic: 'memberships', groupingId, establishmentId, subjectId: id })
  return id
}

type Span = Pick<NewMembership, 'groupingId' | 'establishmentId' | 'fromOn' | 'toOn'>

/** @throws DomainError `duplicate` naming the dates in the way; `except` is the membership being changed */
export async function requireNoOverlap(
  tx: Tx,
  { groupingId, establishmentId, fromOn, toOn }: Span,
  except?: MembershipId,
): Promise<void> {
  const other = await tx.membership.findFirst({
    where: {
      groupingId,
      establishmentId,
      ...(except !== undefined && { id: { not: except } }),
      ...(toOn !== undefined && { fromOn: { lte: dateColumn(toOn) } }),
      OR: [{ toOn: null }, { toOn: { gte: dateColumn(fromOn) } }],
    },
    orderBy: { fromOn: 'asc' },
    select: { id: true, fromOn: true, toOn: true },
  })
  if (other === null) return
  const from = fromDateColumn(other.fromOn)
  const to = other.toOn === null ? undefined : fromDateColumn(other.toOn)
  throw new DomainError(
    'duplicate',
    to === undefined
      ? `This establishment is already a member from ${from} without end`
      : `This establishment is already a member from ${from} to ${to}`,
    { membershipId: other.id, fromOn: from, ...(to !== undefined && { toOn: to }) },
  )
}

/** Translates the database's own refusal of an overlap that a concurrent change made. */
export async function overlapsExplained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!hasSqlState(error, OVERLAP)) throw error
    throw new DomainError(
      'duplicate',
      'This establishment is already a member on some of these days',
    )
  }
}

async function rankOf(
  tx: Tx,
  groupingId: GroupingId,
  establishmentId: EstablishmentId,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ rank: number }[]>`
    select coalesce(max(member_order) filter (where establishment_id = ${establishmentId}::uuid),
      coalesce(max(member_order), 0) + 1) as rank
    from membership where grouping_id = ${groupingId}::uuid`
  return row?.rank ?? 1
}
