import { type AuditFact, recordAudit } from '../audit/index.js'
import { DomainError, type DomainErrorCode } from '../kernel/errors.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'

/** What is kept of an attempt that was refused; the scope is known only once the order was read. */
type AttemptFact = Pick<AuditFact, 'groupingId' | 'establishmentId' | 'subjectId'>

/** Carries the scope out of the transaction that is about to roll back. */
export class AttemptTrail {
  fact: AttemptFact | undefined
}

/**
 * Runs `work`; when it refuses with one of `codes`, the attempt is audited in a transaction of its
 * own, since the refused one leaves no trace. Approval that binds and four-eyes checks are worth
 * something only if the attempts to get around them are seen.
 */
export async function auditingRefusals<Answer>(
  ctx: Context,
  codes: readonly DomainErrorCode[],
  work: (trail: AttemptTrail) => Promise<Answer>,
): Promise<Answer> {
  const trail = new AttemptTrail()
  try {
    return await work(trail)
  } catch (error) {
    const { fact } = trail
    if (fact !== undefined && error instanceof DomainError && codes.includes(error.code)) {
      const { idempotency: _claimedOnlyOnSuccess, ...own } = ctx
      await inTransaction(own, async (tx) => {
        await recordAudit(tx, own, {
          ...fact,
          action: 'order.attempt-refused',
          subjectType: 'order',
          details: { code: error.code, message: error.message },
        })
        return true
      })
    }
    throw error
  }
}
