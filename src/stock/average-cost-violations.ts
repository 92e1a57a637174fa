import { microEuros } from '../kernel/money.js'
import { units } from '../kernel/units.js'
import type { Tx } from '../platform/db/transaction.js'
import { type CostEvent, replayAverageCost } from './average-cost.js'
import type { StockViolation } from './violation.js'

interface ReplayRow {
  grouping_id: string
  product_id: string
  average_cost_micros: bigint
  /** `[kind, units, unit cost]` in ledger order. */
  events: ['receipt' | 'return' | 'issue', number, string][] | null
}

const PAGE = 500

/**
 * Replays the average cost of every product from nothing. A page is one statement, so the ledger and
 * the recorded figure of a product come from one snapshot.
 */
export async function averageCostViolations(tx: Tx): Promise<StockViolation[]> {
  const violations: StockViolation[] = []
  let after: ReplayRow | undefined
  for (;;) {
    const page = await pageAfter(tx, after)
    for (const row of page) {
      const expected = replayed(row)
      const found = row.average_cost_micros.toString()
      if (expected === found) continue
      violations.push({
        rule: 'average-cost-replays',
        groupingId: row.grouping_id,
        subject: row.product_id,
        expected,
        found,
      })
    }
    after = page.at(-1)
    if (page.length < PAGE) return violations
  }
}

function replayed({ events }: ReplayRow): string {
  const history = (events ?? []).map(
    ([kind, count, cost]): CostEvent =>
      kind === 'receipt'
        ? { kind, units: units(count), unitCostMicros: microEuros(BigInt(cost)) }
        : { kind, units: units(count) },
  )
  try {
    return (replayAverageCost(history).at(-1)?.averageCostMicros ?? 0n).toString()
  } catch (error) {
    return error instanceof Error ? error.message : 'not replayable'
  }
}

const NIL = '00000000-0000-0000-0000-000000000000'

function pageAfter(tx: Tx, after: ReplayRow | undefined): Promise<ReplayRow[]> {
  return tx.$queryRaw<ReplayRow[]>`
    with page as (
      select grouping_id, product_id, average_cost_micros from stock_item
      where (grouping_id, product_id) > (${after?.grouping_id ?? NIL}::uuid, ${after?.product_id ?? NIL}::uuid)
      order by grouping_id, product_id limit ${PAGE})
    select page.*, (
      select jsonb_agg(jsonb_build_array(
        case when m.reason = 'supplier-receipt' then 'receipt' when is_in then 'return' else 'issue' end,
        m.units, m.unit_cost_micros::text) order by m.id)
      from lot
      join stock_movement m on m.lot_id = lot.id
      join location f on f.id = m.from_location_id
      join location t on t.id = m.to_location_id,
      lateral (select t.kind in ('store', 'quarantine', 'to-destroy') as is_in, f.kind in ('store', 'quarantine', 'to-destroy') as is_out) hub
      where lot.grouping_id = page.grouping_id and lot.product_id = page.product_id and is_in <> is_out) as events
    from page order by page.grouping_id, page.product_id`
}
