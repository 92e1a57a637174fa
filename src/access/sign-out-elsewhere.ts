import { recordAudit } from '../audit/index.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { revokeSessions } from './sessions.js'

/** Ends every other session of the caller: a computer left open in a ward, a telephone that is lost. */
export function signOutElsewhere(ctx: SessionContext): Promise<null> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = ctx.actor
    await revokeSessions(tx, { userId, at: ctx.clock(), except: ctx.session.id })
    await recordAudit(tx, ctx, {
      groupingId: null,
      action: 'session.others-closed',
      subjectType: 'user',
      subjectId: userId,
    })
    return null
  })
}
