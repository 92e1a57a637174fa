import { recordAudit } from '../audit/index.js'
import { addDays, dateColumn, dayOf } from '../kernel/calendar.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import type { RoleGrantId, UserId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { groupingView } from './groupings.js'
import type { RevokeRoleInput, RoleGrantView } from './user-schema.js'
import { roleGrantView } from './users.js'

/**
 * Ends a role at the close of a day, or at once. A role that had not run for a whole day yet keeps no day
 * at all: its last day comes before its first.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` a last day before the first, or past ·
 * `wrong-state` the grouping would be left without administrator
 */
export function revokeRole(
  ctx: Context,
  { userId, roleGrantId }: { userId: UserId; roleGrantId: RoleGrantId },
  { toOn }: RevokeRoleInput,
): Promise<RoleGrantView> {
  return inTransaction(ctx, async (tx) => {
    const grant = await roleGrantView(tx, roleGrantId)
    if (grant.userId !== userId) throw notFound('Role', roleGrantId)
    const { groupingId } = grant
    requireRole(ctx, { groupingId }, ['administrator'])
    const { timeZone } = await groupingView(tx, groupingId)
    const today = dayOf(ctx.clock(), timeZone)
    if (toOn !== undefined && (toOn < grant.fromOn || toOn < today)) {
      throw invalidField('toOn', 'The last day is today or later, and not before the first')
    }
    if (grant.role === 'administrator') await requireAnotherAdministrator(tx, grant)

    const lastDay = toOn ?? addDays(today, -1)
    await tx.roleGrant.updateMany({
      where: { id: roleGrantId },
      data: { toOn: dateColumn(lastDay) },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      ...(grant.establishmentId !== undefined && { establishmentId: grant.establishmentId }),
      action: 'role.revoked',
      subjectType: 'role-grant',
      subjectId: roleGrantId,
      details: { userId, role: grant.role, fromOn: grant.fromOn, before: grant.toOn, lastDay },
    })
    return roleGrantView(tx, roleGrantId)
  })
}

/** Nobody could repair a grouping that nobody administers. The lock makes two last ones decide in turn. */
async function requireAnotherAdministrator(tx: Tx, grant: RoleGrantView): Promise<void> {
  await tx.$queryRaw`select id from grouping where id = ${grant.groupingId}::uuid for update`
  const others = await tx.roleGrant.count({
    where: {
      groupingId: grant.groupingId,
      role: 'administrator',
      establishmentId: null,
      toOn: null,
      id: { not: grant.id },
      user: { disabledAt: null },
    },
  })
  if (others > 0) return
  throw new DomainError(
    'wrong-state',
    'This is the last administrator of the grouping: name another one first',
  )
}
