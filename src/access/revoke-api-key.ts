import { recordAudit } from '../audit/index.js'
import type { ApiKeyId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { requireAccountAdministrator } from './account-administration.js'
import { apiKeyView } from './api-keys.js'
import type { ApiKeyView } from './schema.js'

/**
 * Ends a key at once; doing it again changes nothing.
 * @throws DomainError `not-found` · `forbidden`
 */
export function revokeApiKey(ctx: Context, id: ApiKeyId): Promise<ApiKeyView> {
  return inTransaction(ctx, async (tx) => {
    const { userId, prefix } = await apiKeyView(tx, id)
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const revoked = await tx.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: ctx.clock() },
    })
    if (revoked.count === 1) {
      await recordAudit(tx, ctx, {
        groupingId,
        action: 'api-key.revoked',
        subjectType: 'api-key',
        subjectId: id,
        details: { prefix },
      })
    }
    return apiKeyView(tx, id)
  })
}
