import type { YearMonth } from '../kernel/calendar.js'
import { nextMonth } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { monthColumn } from './months.js'

/**
 * The month a charge of `month` lands in: its own until it is closed, else the next one that is not.
 * The share lock keeps that month from closing before the caller commits.
 */
export async function chargeMonth(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<YearMonth> {
  for (let candidate = month; ; candidate = nextMonth(candidate)) {
    const [period] = await tx.$queryRaw<{ state: string }[]>`
      select state from period
      where grouping_id = ${groupingId}::uuid and month = ${monthColumn(candidate)}::date
      for key share`
    if (period?.state !== 'closed') return candidate
  }
}
