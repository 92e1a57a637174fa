import type { GroupingId, LotId, OrderLineId } from '../kernel/ids.js'
import type { Units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { refusing } from './refusals.js'

export interface ReleasedUnits {
  readonly lineId: string
  readonly lotId: string
  readonly units: number
}

/** Gives back everything reserved for these lines: a cancelled order, a line refused after allocation. */
export async function releaseLines(
  tx: Tx,
  ctx: Context,
  { groupingId, lineIds }: { groupingId: GroupingId; lineIds: readonly OrderLineId[] },
): Promise<ReleasedUnits[]> {
  if (lineIds.length === 0) return []
  return refusing(tx.$queryRaw<ReleasedUnits[]>`
    select line_id as "lineId", lot_id as "lotId", units
    from navette_release_allocations(${groupingId}::uuid, ${[...lineIds]}::uuid[], ${ctx.clock()})`)
}

/**
 * Gives back some unpicked units of one lot kept for one line: what was not found in its place.
 * @throws DomainError `insufficient-stock` when fewer unpicked units are reserved
 */
export async function reduceAllocation(
  tx: Tx,
  ctx: Context,
  less: { groupingId: GroupingId; lineId: OrderLineId; lotId: LotId; units: Units },
): Promise<void> {
  if (less.units === 0) return
  await refusing(tx.$queryRaw`
    select navette_reduce_allocation(${less.groupingId}::uuid, ${less.lineId}::uuid,
      ${less.lotId}::uuid, ${less.units}::int, ${ctx.clock()})`)
}
