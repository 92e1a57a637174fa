import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { counted, type OwnAccountTools, ownSecrets } from './own-account.js'
import type { ConfirmTotpInput } from './schema.js'
import { revokeSessions } from './sessions.js'
import { spendTotpCode } from './totp-code.js'

/**
 * Turns the prepared second factor on; sessions opened with the password alone end, but this one.
 * @throws DomainError `invalid-credentials` wrong code · `wrong-state` nothing prepared, or already on ·
 * `account-locked`
 */
export async function confirmTotp(
  ctx: SessionContext,
  tools: OwnAccountTools,
  { code }: ConfirmTotpInput,
): Promise<null> {
  const { userId } = ctx.actor
  const { totpSecret, totpConfirmedAt } = await ownSecrets(ctx)
  if (totpSecret === null || totpConfirmedAt !== null) {
    throw new DomainError('wrong-state', 'There is no second factor waiting for its first code')
  }
  const at = ctx.clock()
  const turnOn = () =>
    inTransaction(ctx, async (tx) => {
      if (!(await spendTotpCode(tx, tools.vault, { id: userId, totpSecret, code, at }))) {
        throw new DomainError('invalid-credentials', 'This code is not the present one')
      }
      await tx.appUser.updateMany({ where: { id: userId }, data: { totpConfirmedAt: at } })
      await tx.session.updateMany({ where: { id: ctx.session.id }, data: { secondFactorAt: at } })
      await revokeSessions(tx, { userId, at, except: ctx.session.id })
      await recordAudit(tx, ctx, {
        groupingId: null,
        action: 'second-factor.enabled',
        subjectType: 'user',
        subjectId: userId,
      })
      return null
    })
  return counted(ctx, tools, turnOn)
}
