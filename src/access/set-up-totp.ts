import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import type { OwnAccountTools } from './own-account.js'
import type { TotpSetupView } from './schema.js'
import { newTotpSecret, totpUri } from './totp.js'

/**
 * Prepares a second factor: shows the secret once. It counts for nothing until a first code confirms
 * that the telephone has it; asking again before that replaces it.
 * @throws DomainError `wrong-state` a confirmed second factor is already there
 */
export async function setUpTotp(
  ctx: SessionContext,
  { vault }: OwnAccountTools,
): Promise<TotpSetupView> {
  const { userId } = ctx.actor
  const secret = newTotpSecret()
  await inTransaction(ctx, async (tx) => {
    const prepared = await tx.appUser.updateMany({
      where: { id: userId, totpConfirmedAt: null },
      data: { totpSecret: vault.seal('totp-secret', secret, userId), totpLastStep: null },
    })
    if (prepared.count === 0) {
      throw new DomainError('wrong-state', 'Disable the present second factor first')
    }
    await recordAudit(tx, ctx, {
      groupingId: null,
      action: 'second-factor.prepared',
      subjectType: 'user',
      subjectId: userId,
    })
    return null
  })
  return { secret, uri: totpUri(secret, ctx.session.email) }
}
