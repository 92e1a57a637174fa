import { requireAccountAdministrator } from '../access/index.js'
import { recordAudit } from '../audit/index.js'
import type { UserId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { UserView } from './user-schema.js'
import { userView } from './users.js'

/**
 * Opens a disabled account again, with the roles that are still in force.
 * @throws DomainError `not-found` · `forbidden`
 */
export function enableUser(ctx: Context, userId: UserId): Promise<UserView> {
  return inTransaction(ctx, async (tx) => {
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const enabled = await tx.appUser.updateMany({
      where: { id: userId, disabledAt: { not: null } },
      data: { disabledAt: null },
    })
    if (enabled.count === 1) {
      await recordAudit(tx, ctx, {
        groupingId,
        action: 'user.enabled',
        subjectType: 'user',
        subjectId: userId,
      })
    }
    return userView(tx, userId)
  })
}
