import { notFound } from '../kernel/errors.js'
import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context, Grant } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { laboratoryDay } from './laboratory-day.js'
import { memberDay } from './member-day.js'
import type { Memberships } from './memberships.js'
import { pharmacyDay } from './pharmacy-day.js'
import type { TodayQuery, TodayView } from './schema.js'

const IN_THE_PHARMACY: readonly Role[] = [
  'head-pharmacist',
  'pharmacist',
  'preparer',
  'dispatcher',
  'auditor',
]
const IN_THE_LABORATORY: readonly Role[] = ['lab-technician', 'biologist', 'dispatcher', 'auditor']
const AT_A_MEMBER: readonly Role[] = ['requester', 'receiver']

/**
 * What waits for the caller, by role, where they have a part.
 * @throws DomainError `not-found` a grouping or an establishment the caller has no grant in
 */
export function readToday(ctx: Context, query: TodayQuery): Promise<TodayView> {
  const grants = grantsWithin(ctx, query)
  return inReadTransaction(ctx, async (tx) => {
    const kinds = await tx.grouping.findMany({
      where: { id: { in: [...new Set(grants.map(({ groupingId }) => groupingId))] } },
      select: { id: true, kind: true },
    })
    const hubs = (kind: string, roles: readonly Role[]): GroupingId[] => {
      const ofKind = new Set(kinds.flatMap((one) => (one.kind === kind ? [one.id] : [])))
      const held = grants.filter(
        ({ role, groupingId, establishmentId }) =>
          establishmentId === undefined && roles.includes(role) && ofKind.has(groupingId),
      )
      return [...new Set(held.map(({ groupingId }) => groupingId))]
    }
    const pharmacies = hubs('pharmacy', IN_THE_PHARMACY)
    const laboratories = hubs('laboratory', IN_THE_LABORATORY)
    const members = memberships(grants)
    return {
      at: ctx.clock().toISOString(),
      pharmacy: pharmacies.length > 0 ? await pharmacyDay(tx, ctx, pharmacies) : null,
      laboratory: laboratories.length > 0 ? await laboratoryDay(tx, ctx, laboratories) : null,
      member: members.groupingIds.length > 0 ? await memberDay(tx, ctx, members) : null,
    }
  })
}

/** The caller's grants that the question is about. @throws DomainError `not-found` */
function grantsWithin({ actor }: Context, query: TodayQuery): readonly Grant[] {
  const { groupingId, establishmentId } = query
  const here = actor.grants.filter(
    (grant) => groupingId === undefined || grant.groupingId === groupingId,
  )
  if (groupingId !== undefined && here.length === 0) throw notFound('Grouping', groupingId)
  if (establishmentId === undefined) return here
  const there = here.filter((grant) => grant.establishmentId === establishmentId)
  if (there.length === 0) throw notFound('Establishment', establishmentId)
  return there
}

function memberships(grants: readonly Grant[]): Memberships {
  const pairs = new Map<string, { groupingId: GroupingId; establishmentId: EstablishmentId }>()
  for (const { role, groupingId, establishmentId } of grants) {
    if (establishmentId === undefined || !AT_A_MEMBER.includes(role)) continue
    pairs.set(`${groupingId}/${establishmentId}`, { groupingId, establishmentId })
  }
  const held = [...pairs.values()]
  return {
    groupingIds: held.map(({ groupingId }) => groupingId),
    establishmentIds: held.map(({ establishmentId }) => establishmentId),
  }
}
