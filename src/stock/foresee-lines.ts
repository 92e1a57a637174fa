import { addDays, type CalendarDate, dayOf } from '../kernel/calendar.js'
import type { GroupingId, OrderLineId, ProductId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { heldLots, lotFor, shareOut, type UnmetUnits } from './explain-shortage.js'
import { type FefoPick, planFefo } from './fefo.js'

const COVERAGE_MS = 90 * 24 * 3_600_000

/** What a line would get if it were allocated now: nothing is reserved. */
export interface ForeseenLine {
  /** May go: free, not blocked, and usable when it arrives. */
  readonly usableUnits: number
  readonly lots: readonly FefoPick[]
  /** Asked = Σ lots + Σ unmet, always. */
  readonly unmet: readonly UnmetUnits[]
  /** Units sent to members over the last 90 days: what a coverage is computed from. */
  readonly dispatchedUnits90Days: number
}

interface Wish {
  readonly lineId: OrderLineId
  readonly productId: ProductId
  readonly units: number
}

/** For each wish, in order, what the allocation would give and why the rest would be missing. */
export async function foreseeLines(
  tx: Tx,
  ctx: Context,
  question: {
    readonly groupingId: GroupingId
    readonly wishes: readonly Wish[]
    readonly usableUntilAtLeast: CalendarDate
  },
): Promise<ForeseenLine[]> {
  const { groupingId, wishes, usableUntilAtLeast } = question
  if (wishes.length === 0) return []
  const productIds = wishes.map(({ productId }) => productId)
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  const held = await heldLots(tx, groupingId, productIds)
  const dispatched = await dispatchedUnits(tx, ctx, { groupingId, productIds })
  return wishes.map((wish) => {
    const rows = held.filter((row) => row.product_id === wish.productId)
    const margin = rows[0]?.minimum_shelf_life_days ?? 0
    const lots = rows.map((row) => lotFor(row, wish.lineId))
    const plan = planFefo(lots, units(wish.units), {
      today,
      usableUntilAtLeast: addDays(usableUntilAtLeast, margin),
    })
    const onHand = lots.reduce((total, lot) => total + lot.onHandUnits, 0)
    const withheld = plan.withheld.reduce(
      (total, one) => total + (one.reason === 'short' ? 0 : one.units),
      0,
    )
    return {
      usableUnits: onHand - withheld,
      lots: plan.picks,
      unmet: shareOut(plan.withheld, plan.shortfall),
      dispatchedUnits90Days: dispatched.get(wish.productId) ?? 0,
    }
  })
}

async function dispatchedUnits(
  tx: Tx,
  ctx: Context,
  { groupingId, productIds }: { groupingId: GroupingId; productIds: readonly ProductId[] },
): Promise<ReadonlyMap<string, number>> {
  const since = new Date(ctx.clock().getTime() - COVERAGE_MS)
  const rows = await tx.$queryRaw<{ product_id: string; units: number }[]>`
    select lot.product_id, sum(m.units)::int as units
    from lot join stock_movement m on m.lot_id = lot.id
    where lot.grouping_id = ${groupingId}::uuid and lot.product_id = any (${productIds}::uuid[])
      and m.reason = 'dispatch' and m.occurred_at >= ${since}
    group by lot.product_id`
  return new Map(rows.map((row) => [row.product_id, row.units]))
}
