import { recordAudit } from '../audit/index.js'
import { type CalendarDate, dateColumn, dayOf } from '../kernel/calendar.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import {
  type EstablishmentId,
  type GroupingId,
  newId,
  RoleGrantId,
  type UserId,
} from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { groupingView } from './groupings.js'

export interface NewRole {
  readonly groupingId: GroupingId
  readonly userId: UserId
  readonly role: Role
  readonly establishmentId?: EstablishmentId | undefined
  /** Default: today where the grouping lives. */
  readonly fromOn?: CalendarDate | undefined
  readonly toOn?: CalendarDate | undefined
}

/**
 * Writes a dated role. At an establishment it counts only while that establishment is a member, so a
 * membership past or to come is enough to grant it.
 * @throws DomainError `not-found` the establishment has nothing to do with the grouping · `duplicate` the
 * same role is already held on some of these days · `invalid-input` ends before it begins
 */
export async function enterRole(tx: Tx, ctx: Context, wish: NewRole): Promise<RoleGrantId> {
  const { groupingId, userId, role, establishmentId, toOn } = wish
  const { timeZone } = await groupingView(tx, groupingId)
  const fromOn = wish.fromOn ?? dayOf(ctx.clock(), timeZone)
  if (toOn !== undefined && toOn < fromOn) {
    throw invalidField('toOn', 'The last day comes after the first')
  }
  if (establishmentId !== undefined) await requireEverMember(tx, groupingId, establishmentId)
  await requireNotHeld(tx, { ...wish, fromOn })

  const id = newId(RoleGrantId)
  await tx.roleGrant.createMany({
    data: {
      id,
      userId,
      role,
      groupingId,
      establishmentId: establishmentId ?? null,
      fromOn: dateColumn(fromOn),
      toOn: toOn === undefined ? null : dateColumn(toOn),
      grantedById: ctx.actor.userId,
      createdAt: ctx.clock(),
    },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    ...(establishmentId !== undefined && { establishmentId }),
    action: 'role.granted',
    subjectType: 'role-grant',
    subjectId: id,
    details: { userId, role, fromOn, toOn },
  })
  return id
}

async function requireEverMember(
  tx: Tx,
  groupingId: GroupingId,
  establishmentId: EstablishmentId,
): Promise<void> {
  const memberships = await tx.membership.count({ where: { groupingId, establishmentId } })
  if (memberships === 0) throw notFound('Establishment', establishmentId)
}

async function requireNotHeld(
  tx: Tx,
  { groupingId, userId, role, establishmentId, fromOn, toOn }: NewRole & { fromOn: CalendarDate },
): Promise<void> {
  const held = await tx.roleGrant.findFirst({
    where: {
      groupingId,
      userId,
      role,
      establishmentId: establishmentId ?? null,
      ...(toOn !== undefined && { fromOn: { lte: dateColumn(toOn) } }),
      OR: [{ toOn: null }, { toOn: { gte: dateColumn(fromOn) } }],
    },
    select: { id: true },
  })
  if (held === null) return
  throw new DomainError('duplicate', `This user already holds the role ${role} on these days`, {
    roleGrantId: held.id,
  })
}
