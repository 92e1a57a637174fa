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

export interface Series {
  readonly groupingId: GroupingId
  readonly kind: string
  readonly prefix: string
}

/**
 * Takes the next number of a yearly series, without gaps: the counter stays locked until the caller
 * commits, and a rollback gives the number back. Take it as late as possible in a transaction.
 * The year is the civil year in the grouping's time zone.
 */
export async function takeNumber(tx: Tx, ctx: Context, series: Series): Promise<SeriesNumber> {
  const [first] = await takeNumbers(tx, ctx, { ...series, count: 1 })
  if (first === undefined) throw new RangeError('A series answers one number for each asked for')
  return first
}

/** Takes the next `count` numbers of a series at once, in order. */
export async function takeNumbers(
  tx: Tx,
  ctx: Context,
  { groupingId, kind, prefix, count }: Series & { readonly count: number },
): Promise<readonly SeriesNumber[]> {
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  const year = Number(today.slice(0, 4))
  const rows = await tx.$queryRaw<{ sequence: number }[]>`
    select navette_next_number(${groupingId}::uuid, ${kind}, ${year}::int) as sequence
    from generate_series(1, ${count}::int)`
  return rows.map(({ sequence }) => ({
    number: `${prefix}-${year}-${String(sequence).padStart(DIGITS, '0')}`,
    year,
    sequence,
  }))
}
