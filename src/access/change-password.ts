import { recordAudit } from '../audit/index.js'
import { invalidField } from '../kernel/errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { counted, type OwnAccountTools, ownSecrets, requireOwnPassword } from './own-account.js'
import { requireStrongPassword } from './password-rule.js'
import { hashPassword } from './passwords.js'
import type { ChangePasswordInput } from './schema.js'
import { revokeSessions } from './sessions.js'

/**
 * Changes one's own password and ends one's other sessions.
 * @throws DomainError `invalid-credentials` · `invalid-input` too weak, or the same again
 */
export async function changePassword(
  ctx: SessionContext,
  tools: OwnAccountTools,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<null> {
  const { userId } = ctx.actor
  const { passwordHash: storedHash } = await ownSecrets(ctx)
  await counted(ctx, tools, () => requireOwnPassword(storedHash, currentPassword))
  requireStrongPassword(newPassword, ctx.session.email, 'newPassword')
  if (newPassword === currentPassword) {
    throw invalidField('newPassword', 'Choose a password other than the current one')
  }

  const passwordHash = await hashPassword(newPassword)
  return inTransaction(ctx, async (tx) => {
    await tx.appUser.updateMany({ where: { id: userId }, data: { passwordHash } })
    await revokeSessions(tx, { userId, at: ctx.clock(), except: ctx.session.id })
    await recordAudit(tx, ctx, {
      groupingId: null,
      action: 'password.changed',
      subjectType: 'user',
      subjectId: userId,
    })
    return null
  })
}
