import { withSystemScope } from '../access/index.js'
import { DomainError } from '../kernel/errors.js'
import { UserId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { enterRole } from './enter-role.js'
import type { GrantRoleByEmailInput, GrantRoleInput, RoleGrantView } from './user-schema.js'
import { requireKnownUser, roleGrantView } from './users.js'

/**
 * Gives a user of this grouping one more role in it, between two days.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` already held
 */
export async function grantRole(
  ctx: Context,
  userId: UserId,
  input: GrantRoleInput,
): Promise<RoleGrantView> {
  requireRole(ctx, { groupingId: input.groupingId }, ['administrator'])
  return inTransaction(ctx, async (tx) => {
    await requireKnownUser(tx, input.groupingId, userId)
    return roleGrantView(tx, await enterRole(tx, ctx, { ...input, userId }))
  })
}

/**
 * Gives a role to somebody who may so far work only for another grouping, found by the e-mail they sign
 * in with. This gives no power over their account.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` already held
 */
export async function grantRoleByEmail(
  ctx: Context,
  { email, ...input }: GrantRoleByEmailInput,
): Promise<RoleGrantView> {
  requireRole(ctx, { groupingId: input.groupingId }, ['administrator'])
  return inTransaction(ctx, async (tx) => {
    const userId = await activeUserByEmail(tx, email)
    return roleGrantView(tx, await enterRole(tx, ctx, { ...input, userId }))
  })
}

async function activeUserByEmail(tx: Tx, email: string): Promise<UserId> {
  const user = await withSystemScope(tx, () =>
    tx.appUser.findFirst({ where: { email, disabledAt: null }, select: { id: true } }),
  )
  if (user === null) throw new DomainError('not-found', 'No active account has this e-mail')
  return UserId.parse(user.id)
}
