import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { UserId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { requireAccountAdministrator } from './account-administration.js'
import type { LinkIdentityInput } from './schema.js'
import { withSystemScope } from './system-scope.js'

/**
 * Lets an account sign in through an identity provider. For Pro Santé Connect the subject is the
 * national identifier it sends: `8` followed by the RPPS number.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` the identity belongs to another account
 */
export function linkIdentity(
  ctx: Context,
  userId: UserId,
  { issuer, subject }: LinkIdentityInput,
): Promise<null> {
  return inTransaction(ctx, async (tx) => {
    const groupingId = await requireAccountAdministrator(tx, ctx, userId)
    const isTaken = await withSystemScope(tx, async () => {
      await tx.externalIdentity.createMany({
        data: { issuer, subject, userId, createdAt: ctx.clock() },
        skipDuplicates: true,
      })
      const { userId: holder } = await tx.externalIdentity.findUniqueOrThrow({
        where: { issuer_subject: { issuer, subject } },
      })
      return holder !== userId
    })
    if (isTaken) throw new DomainError('duplicate', 'This identity belongs to another account')
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'identity.linked',
      subjectType: 'user',
      subjectId: userId,
      details: { issuer },
    })
    return null
  })
}
