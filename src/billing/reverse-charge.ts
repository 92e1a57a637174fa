import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { ChargeId, GroupingId, newId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import { chargeMonth } from './charge-month.js'
import { ensurePeriod } from './ensure-period.js'
import { fromMonthColumn, monthColumn } from './months.js'
import type { ChargeView } from './schema.js'
import { chargeInclude, toChargeView } from './views.js'

/**
 * Corrects a charge by a contrary one that names it, once.
 * @throws DomainError `duplicate` when it was already reversed
 */
export async function reverseCharge(
  ctx: Context,
  chargeId: ChargeId,
  { reason }: { reason: string },
): Promise<ChargeView> {
  return inTransaction(ctx, async (tx) => {
    const original = await tx.charge.findUnique({ where: { id: chargeId } })
    if (original === null) throw notFound('Charge', chargeId)
    const groupingId = GroupingId.parse(original.groupingId)
    requireRole(ctx, { groupingId }, ['finance-controller'])
    const accountingMonth = await chargeMonth(tx, groupingId, fromMonthColumn(original.originMonth))
    await ensurePeriod(tx, ctx, groupingId, accountingMonth)

    const reversal = await tx.charge
      .create({
        data: {
          ...original,
          id: newId(ChargeId),
          accountingMonth: monthColumn(accountingMonth),
          amountCents: -original.amountCents,
          label: reason,
          reversesId: original.id,
          recordedById: ctx.actor.userId,
          recordedAt: ctx.clock(),
        },
        include: chargeInclude,
      })
      .catch((error: unknown) => {
        if (!violates(error, 'charge_reverses_id_key')) throw error
        throw new DomainError('duplicate', 'This charge was already reversed', { chargeId })
      })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'charge.reversed',
      subjectType: 'charge',
      subjectId: original.id,
      details: { by: reversal.id, reason, accountingMonth },
    })
    return toChargeView(reversal)
  })
}
