import { dayOf } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'

const DIGITS = 5

export interface SeriesNumber {
  /** `BL-2026-00042`. */
  readonly number: string
  readonly year: number
  readonly sequence: number
}

/**
 * Takes the next number of a yearly series, without gaps: the counter stays locked until the caller
 * commits, and a rollback gives the number back. Take it as late as possible in a transaction.
 * The year is the civil year in the grouping's time zone.
 */
export async function takeNumber(
  tx: Tx,
  ctx: Context,
  series: { readonly groupingId: GroupingId; readonly kind: string; readonly prefix: string },
): Promise<SeriesNumber> {
  const { groupingId, kind, prefix } = series
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  const year = Number(today.slice(0, 4))
  const [row] = await tx.$queryRaw<{ sequence: number }[]>`
    select navette_next_number(${groupingId}::uuid, ${kind}, ${year}::int) as sequence`
  const sequence = row?.sequence ?? 0
  return { number: `${prefix}-${year}-${String(sequence).padStart(DIGITS, '0')}`, year, sequence }
}
