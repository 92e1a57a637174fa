import { requireAccountAdministrator, revokeSessions, withSystemScope } from '../access/index.js'
import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { UserId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { UserView } from './user-schema.js'
import { userView } from './users.js'

/**
 * Closes an account at once: open sessions end, keys and passwords no longer open anything. Nothing is
 * deleted, since what the person did keeps their name.
 * @throws DomainError `not-found` · `forbidden` also when the account works for another grouping too ·
 * `wrong-state` one's own account
 */
export async function disableUser(ctx: Context, userId: UserId): Promise<UserView> {
  if (userId === ctx.actor.userId) {
    throw new DomainError('wrong-state', 'Another administrator must disable your account')
  }
  return inTransaction(ctx, async (tx) => {
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const at = ctx.clock()
    const disabled = await tx.appUser.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: at },
    })
    await withSystemScope(tx, () => revokeSessions(tx, { userId, at }))
    if (disabled.count === 1) {
      await recordAudit(tx, ctx, {
        groupingId,
        action: 'user.disabled',
        subjectType: 'user',
        subjectId: userId,
      })
    }
    return userView(tx, userId)
  })
}
