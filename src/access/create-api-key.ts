import { recordAudit } from '../audit/index.js'
import { dateColumn, dayOf } from '../kernel/calendar.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import { ApiKeyId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { requireAccountAdministrator } from './account-administration.js'
import { apiKeyView } from './api-keys.js'
import { isMachineEmail } from './machine-account.js'
import type { CreateApiKeyInput, NewApiKeyView } from './schema.js'
import { digestOf, randomPrefix, randomSecret } from './secrets.js'
import { keepingNoAnswer } from './system-scope.js'

/**
 * Makes a key for a machine's account; the secret is in this answer and nowhere else. Only machines:
 * a key of a person would act under a name that cannot be held to it. Repeating makes a second key,
 * since the answer is not kept.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` already expired · `wrong-state` a person's account
 */
export async function createApiKey(
  ctx: Context,
  { userId, name, scopes, expiresOn }: CreateApiKeyInput,
): Promise<NewApiKeyView> {
  if (expiresOn !== undefined && expiresOn < dayOf(ctx.clock())) {
    throw invalidField('expiresOn', 'Choose today or a later day')
  }
  const prefix = randomPrefix()
  const secret = `nvt_${prefix}_${randomSecret()}`
  return inTransaction(keepingNoAnswer(ctx), async (tx) => {
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const { email, disabledAt } = await tx.appUser.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, disabledAt: true },
    })
    if (!isMachineEmail(email) || disabledAt !== null) {
      throw new DomainError('wrong-state', 'API keys are for active machine accounts')
    }

    const id = newId(ApiKeyId)
    await tx.apiKey.createMany({
      data: {
        id,
        name,
        prefix,
        secretHash: digestOf(secret),
        userId,
        scopes: [...new Set(scopes)],
        expiresOn: expiresOn === undefined ? null : dateColumn(expiresOn),
        createdById: ctx.actor.userId,
        createdAt: ctx.clock(),
      },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'api-key.created',
      subjectType: 'api-key',
      subjectId: id,
      details: { name, prefix, userId, scopes, expiresOn },
    })
    return { ...(await apiKeyView(tx, id)), secret }
  })
}
