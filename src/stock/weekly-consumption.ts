import { addDays, dayOf, weekdayOf } from '../kernel/calendar.js'
import { microEuros } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { amountOf } from './amount-of.js'
import type { ConsumptionQuery, WeeklyConsumption } from './overview-schema.js'
import { READS_STOCK } from './roles.js'

interface WeekRow {
  readonly week: number
  readonly units: number
  readonly micros: bigint
}

/**
 * What left the hub for members, week by week up to the current one, of everything or of one product.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function weeklyConsumption(
  ctx: Context,
  { groupingId, productId, weeks }: ConsumptionQuery,
): Promise<WeeklyConsumption> {
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const zone = await timeZoneOf(tx, groupingId)
    const today = dayOf(ctx.clock(), zone)
    const from = addDays(today, 1 - weekdayOf(today) - (weeks - 1) * 7)
    // The month of accounting is never before the month of the fact: its index narrows the ledger first.
    const rows = await tx.$queryRaw<WeekRow[]>`
      select ((m.occurred_at at time zone ${zone})::date - ${from}::date) / 7 as week,
        sum(m.units)::int as units, sum(m.units * m.unit_cost_micros)::bigint as micros
      from stock_movement m
      where m.grouping_id = ${groupingId}::uuid and m.reason = 'dispatch'
        and m.accounting_month >= date_trunc('month', ${from}::date)::date
        and m.occurred_at >= (${from}::date)::timestamp at time zone ${zone}
        and (${productId ?? null}::uuid is null or m.product_id = ${productId ?? null}::uuid)
      group by 1`
    return {
      items: Array.from({ length: weeks }, (_, week) => {
        const row = rows.find((each) => each.week === week)
        return {
          fromOn: addDays(from, week * 7),
          beforeOn: addDays(from, week * 7 + 7),
          units: row?.units ?? 0,
          value: amountOf(microEuros(row?.micros ?? 0n)),
        }
      }),
    }
  })
}
