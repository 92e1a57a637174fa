import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { counted, type OwnAccountTools, ownSecrets, requireOwnPassword } from './own-account.js'
import type { DisableTotpInput } from './schema.js'
import { spendTotpCode } from './totp-code.js'

/**
 * Turns the second factor off, against the password and a last code.
 * @throws DomainError `invalid-credentials` · `account-locked` · `wrong-state` it is not on
 */
export async function disableTotp(
  ctx: SessionContext,
  tools: OwnAccountTools,
  { password, code }: DisableTotpInput,
): Promise<null> {
  const { userId } = ctx.actor
  const { passwordHash: storedHash, totpSecret, totpConfirmedAt } = await ownSecrets(ctx)
  if (totpConfirmedAt === null) throw new DomainError('wrong-state', 'No second factor is on')

  const turnOff = () =>
    inTransaction(ctx, async (tx) => {
      const at = ctx.clock()
      if (!(await spendTotpCode(tx, tools.vault, { id: userId, totpSecret, code, at }))) {
        throw new DomainError('invalid-credentials', 'This code is not the present one')
      }
      await tx.appUser.updateMany({
        where: { id: userId },
        data: { totpSecret: null, totpConfirmedAt: null },
      })
      await recordAudit(tx, ctx, {
        groupingId: null,
        action: 'second-factor.disabled',
        subjectType: 'user',
        subjectId: userId,
      })
      return null
    })
  return counted(ctx, tools, async () => {
    await requireOwnPassword(storedHash, password)
    return turnOff()
  })
}
