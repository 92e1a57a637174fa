import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'

/** One thing somebody did. `details` holds before and after where a value changed; never a secret or a patient. */
export interface AuditFact {
  readonly groupingId: GroupingId | null
  readonly establishmentId?: EstablishmentId
  /** `noun.past-participle`, such as `order.approved`. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly details?: { readonly [key: string]: JsonSafe }
}

/** Appends to the audit trail in the caller's transaction: no audit, no change. */
export async function recordAudit(tx: Tx, ctx: Context, fact: AuditFact): Promise<void> {
  const { groupingId, establishmentId = null, action, subjectType, subjectId, details = {} } = fact
  await tx.$executeRaw`
    insert into audit_entry (grouping_id, establishment_id, at, actor_kind, actor_id, action,
      subject_type, subject_id, request_id, details)
    values (${groupingId}::uuid, ${establishmentId}::uuid, ${ctx.clock()}, ${ctx.actor.kind},
      ${ctx.actor.userId}::uuid, ${action}, ${subjectType}, ${subjectId}, ${ctx.requestId},
      ${JSON.stringify(details)}::jsonb)`
}
