import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { toMonthView } from './month-view.js'
import { monthColumn } from './months.js'
import { closeBlockers, closeWarnings, freezeBlockers } from './period-checks.js'
import { readMonth } from './read-month.js'
import type { MonthInput, MonthSplitView } from './schema.js'

/**
 * What closing the month now would give, without writing anything, with what stands in its way; what it
 * did give, from the snapshot, once it is closed.
 * @throws DomainError `key-missing` naming the pool that cannot be split
 */
export async function simulatePeriod(
  ctx: Context,
  { groupingId, month }: MonthInput,
): Promise<MonthSplitView> {
  requireRole(ctx, { groupingId }, [
    'finance-controller',
    'head-pharmacist',
    'administrator',
    'auditor',
  ])
  return inReadTransaction(ctx, async (tx) => {
    const period = await tx.period.findUnique({
      where: { groupingId_month: { groupingId, month: monthColumn(month) } },
    })
    const isOpen = period === null || period.state === 'open'
    return toMonthView({
      month,
      period,
      computed: await readMonth(tx, { groupingId, month, period }),
      blockers: isOpen
        ? await freezeBlockers(tx, ctx, groupingId, month)
        : await closeBlockers(tx, groupingId, month),
      warnings: await closeWarnings(tx, groupingId, month),
    })
  })
}
