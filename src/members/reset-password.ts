import {
  hashPassword,
  isMachineEmail,
  keepingNoAnswer,
  requireAccountAdministrator,
  requireStrongPassword,
  revokeSessions,
  withSystemScope,
} from '../access/index.js'
import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { UserId } from '../kernel/ids.js'
import { requireAnyRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { ResetPasswordInput, UserView } from './user-schema.js'
import { userView } from './users.js'

/**
 * Gives somebody who lost theirs a new password, and takes away the second factor that went with the
 * lost telephone; their sessions end.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` weak · `wrong-state` a machine
 */
export async function resetPassword(
  ctx: Context,
  userId: UserId,
  { password }: ResetPasswordInput,
): Promise<UserView> {
  requireAnyRole(ctx, ['administrator'])
  const passwordHash = await hashPassword(password)
  return inTransaction(keepingNoAnswer(ctx), async (tx) => {
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const { email } = await userView(tx, userId)
    if (isMachineEmail(email)) throw new DomainError('wrong-state', 'A machine has no password')
    requireStrongPassword(password, email)

    await tx.appUser.updateMany({
      where: { id: userId },
      data: { passwordHash, totpSecret: null, totpConfirmedAt: null },
    })
    await withSystemScope(tx, () => revokeSessions(tx, { userId, at: ctx.clock() }))
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'password.reset',
      subjectType: 'user',
      subjectId: userId,
    })
    return userView(tx, userId)
  })
}
