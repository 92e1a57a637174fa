import type { GroupingId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { AUDIT_READERS } from './list-entries.js'
import type { AuditChainView } from './schema.js'
import { verifyAuditChain } from './verify-audit-chain.js'

/**
 * Recomputes the whole chain of a grouping's trail now.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function checkAuditChain(
  ctx: Context,
  { groupingId }: { readonly groupingId: GroupingId },
): Promise<AuditChainView> {
  requireRole(ctx, { groupingId }, AUDIT_READERS)
  const { chain: _, ...report } = await inReadTransaction(ctx, (tx) =>
    verifyAuditChain(tx, groupingId),
  )
  return { ...report, checkedAt: ctx.clock().toISOString() }
}
