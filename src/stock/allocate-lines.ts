import { type CalendarDate, fromDateColumn } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import {
  type GroupingId,
  LocationId,
  LotId,
  type OrderLineId,
  type ProductId,
} from '../kernel/ids.js'
import type { Units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { explainShortages, type UnmetUnits } from './explain-shortage.js'
import { refusing } from './refusals.js'

export interface LineToAllocate {
  readonly lineId: OrderLineId
  readonly productId: ProductId
  readonly units: Units
}

export interface AllocationRequest {
  readonly groupingId: GroupingId
  readonly lines: readonly LineToAllocate[]
  /** The day the goods arrive; each product adds its own margin before its expiry. */
  readonly usableUntilAtLeast: CalendarDate
  /** Refuses instead of giving a part. */
  readonly isAllOrNothing?: boolean
}

export interface Pick {
  readonly lotId: LotId
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly locationId: LocationId
  readonly units: number
}

export interface LineAllocation {
  readonly lineId: OrderLineId
  /** Asked = allocated + Σ unmet, always. */
  readonly allocatedUnits: number
  readonly picks: readonly Pick[]
  readonly unmet: readonly UnmetUnits[]
}

interface PickRow {
  line_id: string
  lot_id: string
  lot_number: string
  expires_on: Date
  location_id: string
  units: number
}

/**
 * Reserves units for order lines, earliest expiry first, in the caller's transaction, and says why for
 * every unit it could not give. Lines of one product share its lots in the order given.
 * @throws DomainError `insufficient-stock` when `isAllOrNothing` and something is short
 */
export async function allocateLines(
  tx: Tx,
  ctx: Context,
  request: AllocationRequest,
): Promise<LineAllocation[]> {
  const { groupingId, lines, usableUntilAtLeast, isAllOrNothing = false } = request
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) {
    throw invalidField('lines', 'Each line may appear only once')
  }
  const rows = await refusing(tx.$queryRaw<PickRow[]>`
    select * from navette_allocate(${groupingId}::uuid, ${lines.map(({ lineId }) => lineId)}::uuid[],
      ${lines.map(({ productId }) => productId)}::uuid[], ${lines.map((line) => line.units)}::int[],
      ${usableUntilAtLeast}::date, ${ctx.clock()}, ${isAllOrNothing})`)

  const picksByLine = new Map<string, Pick[]>(lines.map(({ lineId }) => [lineId, []]))
  for (const row of rows) picksByLine.get(row.line_id)?.push(pickOf(row))
  const given = lines.map((line) => {
    const picks = picksByLine.get(line.lineId) ?? []
    const allocatedUnits = picks.reduce((total, pick) => total + pick.units, 0)
    return { ...line, picks, allocatedUnits, shortUnits: line.units - allocatedUnits }
  })
  const unmet = await explainShortages(tx, ctx, {
    groupingId,
    usableUntilAtLeast,
    lines: given.filter((line) => line.shortUnits > 0),
  })
  return given.map(({ lineId, allocatedUnits, picks }) => ({
    lineId,
    allocatedUnits,
    picks,
    unmet: unmet.get(lineId) ?? [],
  }))
}

const pickOf = (row: PickRow): Pick => ({
  lotId: LotId.parse(row.lot_id),
  lotNumber: row.lot_number,
  expiresOn: fromDateColumn(row.expires_on),
  locationId: LocationId.parse(row.location_id),
  units: row.units,
})
