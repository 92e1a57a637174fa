import { recordAudit } from '../audit/index.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'

/** Ends the caller's session; its token is worth nothing from then on. */
export function signOut(ctx: SessionContext): Promise<null> {
  return inTransaction(ctx, async (tx) => {
    await tx.session.updateMany({
      where: { id: ctx.session.id, revokedAt: null },
      data: { revokedAt: ctx.clock() },
    })
    await recordAudit(tx, ctx, {
      groupingId: null,
      action: 'session.closed',
      subjectType: 'user',
      subjectId: ctx.actor.userId,
    })
    return null
  })
}
