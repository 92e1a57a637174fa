import { dayOf, lastDayOf, type YearMonth } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { fromMonthColumn, monthColumn } from './months.js'
import type { Blocker } from './schema.js'

/** Why this month may not be frozen yet: it is not over, or an earlier one is not frozen. */
export async function freezeBlockers(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<Blocker[]> {
  const blockers: Blocker[] = []
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  if (today <= lastDayOf(month)) {
    blockers.push({
      code: 'month-not-over',
      message: `${month} ends on ${lastDayOf(month)}; today is ${today}`,
    })
  }
  const earlier = await tx.period.findFirst({
    where: { groupingId, month: { lt: monthColumn(month) }, state: 'open' },
    orderBy: { month: 'asc' },
  })
  if (earlier !== null) {
    const name = fromMonthColumn(earlier.month)
    blockers.push({ code: 'earlier-month-open', message: `${name} is still open: freeze it first` })
  }
  return blockers
}

/** Why this month may not be closed yet, once frozen: an earlier one is not closed. */
export async function closeBlockers(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<Blocker[]> {
  const earlier = await tx.period.findFirst({
    where: { groupingId, month: { lt: monthColumn(month) }, state: { not: 'closed' } },
    orderBy: { month: 'asc' },
  })
  if (earlier === null) return []
  const name = fromMonthColumn(earlier.month)
  return [{ code: 'earlier-month-not-closed', message: `${name} is not closed: close it first` }]
}

/** What a controller should look at before closing, and may accept: it lands in the next month. */
export async function closeWarnings(tx: Tx, groupingId: GroupingId): Promise<Blocker[]> {
  const [openDiscrepancies, underway] = [
    await tx.discrepancy.count({ where: { groupingId, state: 'open' } }),
    await tx.delivery.count({ where: { groupingId, state: { in: ['dispatched', 'delivered'] } } }),
  ]
  const warnings: Blocker[] = []
  if (openDiscrepancies > 0) {
    warnings.push({
      code: 'open-discrepancies',
      message: `${openDiscrepancies} discrepancies are not settled; what they decide lands in a later month`,
      count: openDiscrepancies,
    })
  }
  if (underway > 0) {
    warnings.push({
      code: 'deliveries-underway',
      message: `${underway} deliveries are not received yet; they count in the month they are received`,
      count: underway,
    })
  }
  return warnings
}
