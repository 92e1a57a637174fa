import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { CostPoolId, newId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import type { CostPoolView, CreateCostPoolInput } from './schema.js'
import { toPoolView } from './views.js'

/** Opens a cost pool (poste de charges). @throws DomainError `duplicate` when the code is taken */
export async function createCostPool(
  ctx: Context,
  input: CreateCostPoolInput,
): Promise<CostPoolView> {
  const { groupingId } = input
  requireRole(ctx, { groupingId }, ['finance-controller'])
  return inTransaction(ctx, async (tx) => {
    const position = await tx.costPool.count({ where: { groupingId } })
    const pool = await tx.costPool
      .create({
        data: {
          ...input,
          account: input.account ?? null,
          id: newId(CostPoolId),
          position,
          createdAt: ctx.clock(),
        },
      })
      .catch((error: unknown) => {
        if (!violates(error, 'cost_pool_grouping_id_code_key')) throw error
        throw new DomainError('duplicate', `A pool ${input.code} already exists`, {
          code: input.code,
        })
      })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'cost-pool.created',
      subjectType: 'cost-pool',
      subjectId: pool.id,
      details: { code: input.code, source: input.source },
    })
    return toPoolView(pool)
  })
}
