import type { YearMonth } from '../kernel/calendar.js'
import { type GroupingId, newId, PeriodId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { monthColumn } from './months.js'

/** Makes the month's row, open, when nothing happened in it yet. */
export async function ensurePeriod(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<void> {
  await tx.$executeRaw`
    insert into period (id, grouping_id, month, state, created_at)
    values (${newId(PeriodId)}::uuid, ${groupingId}::uuid, ${monthColumn(month)}::date, 'open', ${ctx.clock()})
    on conflict (grouping_id, month) do nothing`
}
