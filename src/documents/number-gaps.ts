import type { Tx } from '../platform/db/transaction.js'

/** A yearly series whose documents do not run from 1 to its counter. */
export interface NumberGap {
  readonly groupingId: string
  readonly kind: string
  readonly year: number
  /** The highest number issued, and how many documents carry one: equal when nothing is missing. */
  readonly highest: number
  readonly issued: number
}

/** Every series of the caller's groupings with a hole or a double: none, as long as the rule holds. */
export function documentNumberGaps(tx: Tx): Promise<NumberGap[]> {
  return tx.$queryRaw<NumberGap[]>`
    select grouping_id as "groupingId", kind, year, max(sequence) as highest,
      count(distinct sequence)::int as issued
    from document where sequence is not null
    group by grouping_id, kind, year
    having max(sequence) <> count(distinct sequence) or count(*) <> count(distinct sequence)
    order by grouping_id, kind, year`
}
