import { isMachineEmail } from '../access/index.js'
import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, RoleGrantId, UserId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import { Role } from '../kernel/roles.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import type { ListUsersQuery, RoleGrantView, UserView } from './user-schema.js'

/** Who may see the people of a grouping: those who manage them, or give them work. */
export const USER_READERS = [
  'administrator',
  'head-pharmacist',
  'biologist',
  'dispatcher',
  'auditor',
] as const satisfies readonly Role[]

const SHOWN_GRANT = {
  id: true,
  userId: true,
  role: true,
  groupingId: true,
  grouping: { select: { name: true } },
  establishmentId: true,
  establishment: { select: { name: true } },
  fromOn: true,
  toOn: true,
} as const satisfies Prisma.RoleGrantSelect

const SHOWN = {
  id: true,
  email: true,
  displayName: true,
  jobTitle: true,
  passwordHash: true,
  totpConfirmedAt: true,
  disabledAt: true,
  createdAt: true,
  roleGrants: { select: SHOWN_GRANT, orderBy: { id: 'asc' } },
} as const satisfies Prisma.AppUserSelect

/**
 * The people and machines that hold or held a role in a grouping, oldest first.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function listUsers(
  ctx: Context,
  { groupingId, limit, cursor }: ListUsersQuery,
): Promise<{ items: UserView[]; nextCursor?: string }> {
  requireRole(ctx, { groupingId }, USER_READERS)
  const users = await inReadTransaction(ctx, (tx) =>
    tx.appUser.findMany({
      where: {
        roleGrants: { some: { groupingId } },
        ...(cursor !== undefined && { id: { gt: cursor } }),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
      select: SHOWN,
    }),
  )
  return toPage(users.map(asView), limit)
}

/** @throws DomainError `not-found` also when the user works for none of the caller's groupings */
export async function userView(tx: Tx, id: UserId): Promise<UserView> {
  const user = await tx.appUser.findUnique({ where: { id }, select: SHOWN })
  if (user === null) throw notFound('User', id)
  return asView(user)
}

/** @throws DomainError `not-found` */
export async function roleGrantView(tx: Tx, id: RoleGrantId): Promise<RoleGrantView> {
  const grant = await tx.roleGrant.findUnique({ where: { id }, select: SHOWN_GRANT })
  if (grant === null) throw notFound('Role', id)
  return grantAsView(grant)
}

type UserRow = Prisma.AppUserGetPayload<{ select: typeof SHOWN }>
type GrantRow = Prisma.RoleGrantGetPayload<{ select: typeof SHOWN_GRANT }>

const asView = ({
  passwordHash,
  totpConfirmedAt,
  disabledAt,
  roleGrants,
  ...user
}: UserRow): UserView => ({
  ...user,
  id: UserId.parse(user.id),
  kind: isMachineEmail(user.email) ? 'machine' : 'person',
  hasPassword: passwordHash !== null,
  hasSecondFactor: totpConfirmedAt !== null,
  ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
  createdAt: user.createdAt.toISOString(),
  grants: roleGrants.map(grantAsView),
})

const grantAsView = ({
  grouping,
  establishment,
  establishmentId,
  fromOn,
  toOn,
  ...grant
}: GrantRow): RoleGrantView => ({
  id: RoleGrantId.parse(grant.id),
  userId: UserId.parse(grant.userId),
  role: Role.parse(grant.role),
  groupingId: GroupingId.parse(grant.groupingId),
  groupingName: grouping.name,
  ...(establishmentId !== null && { establishmentId: EstablishmentId.parse(establishmentId) }),
  ...(establishment !== null && { establishmentName: establishment.name }),
  fromOn: fromDateColumn(fromOn),
  ...(toOn && { toOn: fromDateColumn(toOn) }),
})

/** The caller must be able to name the user: somebody of another grouping does not exist for them. */
export async function requireKnownUser(
  tx: Tx,
  groupingId: GroupingId,
  userId: UserId,
): Promise<void> {
  const known = await tx.roleGrant.count({ where: { userId, groupingId } })
  if (known === 0) throw notFound('User', userId)
}
