import { documentNumberGaps } from '../documents/index.js'
import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import type { Violation } from './report.js'

interface SeriesRow {
  readonly subject: string
  readonly counter: number | null
  readonly highest: number | null
  readonly issued: number
  readonly numbers: number
}

/** Every series against the rows that carry its numbers: holes, doubles, and a counter that ran ahead. */
export async function numberViolations(tx: Tx): Promise<Findings> {
  const gaps = (await documentNumberGaps(tx)).map(
    ({ groupingId, kind, year, highest, issued }): Violation => ({
      rule: 'numbers-without-gaps',
      subject: `${groupingId}/${kind}/${year}`,
      message: `Documents ${kind} of ${year} reach number ${highest}, and ${issued} numbers exist`,
    }),
  )
  const named = new Set(gaps.map(({ subject }) => subject))
  const series = (await wrongSeries(tx)).filter(({ subject }) => !named.has(subject))
  return { violations: [...gaps, ...series.map(asViolation)] }
}

function asViolation({ subject, counter, highest, issued, numbers }: SeriesRow): Violation {
  const doubles = issued === numbers ? '' : `, ${issued - numbers} of them twice`
  return {
    rule: 'numbers-without-gaps',
    subject,
    message: `The counter stands at ${counter ?? 'nothing'}, the highest number is ${highest ?? 'nothing'}, ${issued} were issued${doubles}`,
  }
}

const wrongSeries = (tx: Tx): Promise<SeriesRow[]> =>
  tx.$queryRaw<SeriesRow[]>`
    with numbered as (
      select grouping_id, 'order' as kind, number from supply_order
      union all select grouping_id, 'run', number from run
      union all select grouping_id, 'tote', code from tote
      union all select grouping_id, 'specimen-shipment', number from specimen_shipment
      union all select grouping_id, 'stock-receipt', number from stock_receipt
      union all select grouping_id, kind, number from document where number is not null),
    read as (
      select grouping_id, kind, regexp_match(number, '-([0-9]{4})-([0-9]+)$') as parts from numbered),
    counted as (
      select grouping_id, kind, parts[1]::int as year, max(parts[2]::int) as highest,
        count(*)::int as issued, count(distinct parts[2]::int)::int as numbers
      from read group by grouping_id, kind, parts[1])
    select grouping_id || '/' || kind || '/' || coalesce(year::text, '?') as subject,
      series.last_number as counter, counted.highest, coalesce(counted.issued, 0) as issued,
      coalesce(counted.numbers, 0) as numbers
    from document_series series full join counted using (grouping_id, kind, year)
    where (series.last_number = counted.highest and counted.highest = counted.numbers
      and counted.issued = counted.numbers) is not true
    order by 1`
