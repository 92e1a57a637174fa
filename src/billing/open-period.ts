import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { GroupingId, type PeriodId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, inTransaction } from '../platform/db/transaction.js'
import { ensurePeriod } from './ensure-period.js'
import { fromMonthColumn, monthColumn } from './months.js'
import type { MonthInput, PeriodView } from './schema.js'
import { PeriodState } from './transitions.js'
import { toPeriodView } from './views.js'

/** Opens a month in which nothing happened yet; one that exists stays as it is. */
export async function openPeriod(
  ctx: Context,
  { groupingId, month }: MonthInput,
): Promise<PeriodView> {
  requireRole(ctx, { groupingId }, ['finance-controller'])
  return inTransaction(ctx, async (tx) => {
    await ensurePeriod(tx, ctx, groupingId, month)
    const period = await tx.period.findUniqueOrThrow({
      where: { groupingId_month: { groupingId, month: monthColumn(month) } },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'period.opened',
      subjectType: 'period',
      subjectId: period.id,
      details: { month },
    })
    return toPeriodView(period)
  })
}

/** The grouping and month of a period the caller may see. */
export async function monthOfPeriod(ctx: Context, id: PeriodId): Promise<MonthInput> {
  const period = await inReadTransaction(ctx, (tx) => tx.period.findUnique({ where: { id } }))
  if (period === null) throw notFound('Period', id)
  return { groupingId: GroupingId.parse(period.groupingId), month: fromMonthColumn(period.month) }
}

/** The state of a month; one without a row is open. */
export async function periodState(
  ctx: Context,
  { groupingId, month }: MonthInput,
): Promise<PeriodState> {
  const period = await inReadTransaction(ctx, (tx) =>
    tx.period.findUnique({
      where: { groupingId_month: { groupingId, month: monthColumn(month) } },
    }),
  )
  return PeriodState.parse(period?.state ?? 'open')
}
