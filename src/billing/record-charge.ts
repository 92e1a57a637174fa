import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { ChargeId, GroupingId, newId } from '../kernel/ids.js'
import { centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { chargeMonth } from './charge-month.js'
import { ensurePeriod } from './ensure-period.js'
import { monthColumn } from './months.js'
import type { ChargeView, RecordChargeInput } from './schema.js'
import { chargeInclude, toChargeView } from './views.js'

/**
 * Records a cost of a pool. When its month is closed, it lands in the next month that is not, and
 * keeps its month of origin: the statement names both.
 */
export async function recordCharge(ctx: Context, input: RecordChargeInput): Promise<ChargeView> {
  return inTransaction(ctx, async (tx) => {
    const pool = await tx.costPool.findUnique({ where: { id: input.poolId } })
    if (pool === null) throw notFound('Cost pool', input.poolId)
    const groupingId = GroupingId.parse(pool.groupingId)
    requireRole(ctx, { groupingId }, ['finance-controller'])
    const accountingMonth = await chargeMonth(tx, groupingId, input.month)
    await ensurePeriod(tx, ctx, groupingId, accountingMonth)

    const charge = await tx.charge.create({
      data: {
        id: newId(ChargeId),
        groupingId,
        poolId: pool.id,
        accountingMonth: monthColumn(accountingMonth),
        originMonth: monthColumn(input.month),
        amountCents: input.amount,
        label: input.label,
        documentReference: input.documentReference,
        recordedById: ctx.actor.userId,
        recordedAt: ctx.clock(),
      },
      include: chargeInclude,
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'charge.recorded',
      subjectType: 'charge',
      subjectId: charge.id,
      details: {
        pool: pool.code,
        amount: centsToDecimal(input.amount),
        month: input.month,
        accountingMonth,
      },
    })
    return toChargeView(charge)
  })
}
