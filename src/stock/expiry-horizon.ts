import { addDays, dayOf, weekdayOf } from '../kernel/calendar.js'
import { microEuros } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { amountOf } from './amount-of.js'
import type { ExpiryHorizon, ExpiryHorizonQuery } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

interface WeekRow {
  readonly week: number
  readonly lots: number
  readonly units: number
  readonly micros: bigint
}

/**
 * What the hub holds by the week in which it expires, at the average cost of today.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function expiryHorizon(
  ctx: Context,
  { groupingId, weeks }: ExpiryHorizonQuery,
): Promise<ExpiryHorizon> {
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
    const monday = addDays(today, 1 - weekdayOf(today))
    // Week -1 is what has expired, also this week; week `weeks` everything beyond.
    const rows = await tx.$queryRaw<WeekRow[]>`
      select week, count(distinct lot_id)::int as lots, sum(units)::int as units, sum(micros)::bigint as micros
      from (
        select b.lot_id, b.on_hand_units as units, b.on_hand_units * item.average_cost_micros as micros,
          case when b.expires_on < ${today}::date then -1
            else least((b.expires_on - ${monday}::date) / 7, ${weeks}::int) end as week
        from stock_balance b
        join stock_item item on item.grouping_id = b.grouping_id and item.product_id = b.product_id
        where b.grouping_id = ${groupingId}::uuid and b.establishment_id is null and b.on_hand_units > 0) held
      group by week`
    const of = (week: number) => {
      const row = rows.find((each) => each.week === week)
      return {
        lots: row?.lots ?? 0,
        units: row?.units ?? 0,
        value: amountOf(microEuros(row?.micros ?? 0n)),
      }
    }
    return {
      items: Array.from({ length: weeks }, (_, week) => ({
        fromOn: addDays(monday, week * 7),
        beforeOn: addDays(monday, week * 7 + 7),
        ...of(week),
      })),
      expired: of(-1),
      later: of(weeks),
      today,
    }
  })
}
