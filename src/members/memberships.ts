import { type CalendarDate, dateColumn, dayOf, fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, MembershipId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import type { ListMembershipsQuery, MembershipView } from './schema.js'

export const MEMBERSHIP_FACTS = {
  id: true,
  groupingId: true,
  fromOn: true,
  toOn: true,
  activities: true,
  memberOrder: true,
  grouping: { select: { timeZone: true } },
} as const satisfies Prisma.MembershipSelect

const SHOWN = {
  ...MEMBERSHIP_FACTS,
  establishment: {
    select: { id: true, name: true, shortName: true, kind: true, town: true, finessEt: true },
  },
} as const satisfies Prisma.MembershipSelect

/**
 * The memberships of a grouping that the caller may see: all of them at the hub, one's own elsewhere.
 * Oldest first; with `on`, those in force that day.
 */
export const listMemberships = (
  ctx: Context,
  { groupingId, on, limit, cursor }: ListMembershipsQuery,
): Promise<{ items: MembershipView[]; nextCursor?: string }> =>
  inReadTransaction(ctx, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: {
        groupingId,
        ...(on !== undefined && inForceOn(on)),
        ...(cursor !== undefined && { id: { gt: cursor } }),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
      select: SHOWN,
    })
    return toPage(
      memberships.map((membership) => asView(membership, ctx)),
      limit,
    )
  })

/** @throws DomainError `not-found` */
export async function membershipView(
  tx: Tx,
  ctx: Context,
  id: MembershipId,
): Promise<MembershipView> {
  const membership = await tx.membership.findUnique({ where: { id }, select: SHOWN })
  if (membership === null) throw notFound('Membership', id)
  return asView(membership, ctx)
}

const inForceOn = (day: CalendarDate): Prisma.MembershipWhereInput => ({
  fromOn: { lte: dateColumn(day) },
  OR: [{ toOn: null }, { toOn: { gte: dateColumn(day) } }],
})

type FactsRow = Prisma.MembershipGetPayload<{ select: typeof MEMBERSHIP_FACTS }>

/** The dated facts of a membership, and whether it counts today where the grouping lives. */
export function membershipFacts({ fromOn, toOn, grouping, ...rest }: FactsRow, ctx: Context) {
  const today = dayOf(ctx.clock(), grouping.timeZone)
  const first = fromDateColumn(fromOn)
  const last = toOn === null ? undefined : fromDateColumn(toOn)
  return {
    id: MembershipId.parse(rest.id),
    groupingId: GroupingId.parse(rest.groupingId),
    fromOn: first,
    ...(last !== undefined && { toOn: last }),
    activities: rest.activities,
    memberOrder: rest.memberOrder,
    isInForce: first <= today && (last === undefined || last >= today),
  }
}

type ShownRow = Prisma.MembershipGetPayload<{ select: typeof SHOWN }>

function asView({ establishment, ...row }: ShownRow, ctx: Context): MembershipView {
  const { finessEt, ...named } = establishment
  return {
    ...membershipFacts(row, ctx),
    establishment: {
      ...named,
      id: EstablishmentId.parse(named.id),
      ...(finessEt !== null && { finessEt }),
    },
  }
}
