import { addDays, type CalendarDate, dayOf, fromDateColumn } from '../kernel/calendar.js'
import { type GroupingId, LotId, type OrderLineId, type ProductId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { type AllocatableLot, type LotReservation, planFefo, type Withheld } from './fefo.js'

/** Asked-for units that were not given, with what the hub does hold and why it may not go. */
export interface UnmetUnits {
  readonly reason: 'expires-too-soon' | 'reserved' | 'quarantine' | 'recalled' | 'expired' | 'none'
  /** Part of the shortfall; over all reasons they add up to it. */
  readonly units: number
  readonly detail: {
    /** Units the hub holds for this reason, which may be more than were asked. */
    readonly presentUnits: number
    readonly lots: readonly { lotNumber: string; expiresOn: string | null; units: number }[]
    readonly orderNumbers: readonly string[]
  }
}

export interface ShortLine {
  readonly lineId: OrderLineId
  readonly productId: ProductId
  readonly shortUnits: number
}

export interface HeldRow {
  product_id: string
  minimum_shelf_life_days: number
  lot_id: string
  lot_number: string
  expires_on: Date
  status: AllocatableLot['status']
  units: number
  reservations: { lineId: string; orderNumber: string; units: number }[] | null
}

// What a pharmacist can act on comes first.
const REASONS = ['expires-too-soon', 'reserved', 'quarantine', 'recalled', 'expired'] as const

/** For every unit a line did not get, why: the same rule as the allocation, over everything the hub holds. */
export async function explainShortages(
  tx: Tx,
  ctx: Context,
  question: {
    groupingId: GroupingId
    lines: readonly ShortLine[]
    usableUntilAtLeast: CalendarDate
  },
): Promise<Map<OrderLineId, UnmetUnits[]>> {
  const { groupingId, lines, usableUntilAtLeast } = question
  if (lines.length === 0) return new Map()
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  const held = await heldLots(
    tx,
    groupingId,
    lines.map(({ productId }) => productId),
  )
  return new Map(
    lines.map((line) => {
      const rows = held.filter((row) => row.product_id === line.productId)
      const margin = rows[0]?.minimum_shelf_life_days ?? 0
      const plan = planFefo(
        rows.map((row) => lotFor(row, line.lineId)),
        units(line.shortUnits),
        { today, usableUntilAtLeast: addDays(usableUntilAtLeast, margin) },
      )
      return [line.lineId, shareOut(plan.withheld, line.shortUnits)]
    }),
  )
}

/** A lot as the others left it: what the line itself was just given is neither free nor withheld. */
export function lotFor(row: HeldRow, lineId: OrderLineId): AllocatableLot {
  const reservations: LotReservation[] = []
  let onHand = row.units
  for (const reservation of row.reservations ?? []) {
    if (reservation.lineId === lineId) onHand -= reservation.units
    else
      reservations.push({ orderNumber: reservation.orderNumber, units: units(reservation.units) })
  }
  return {
    id: LotId.parse(row.lot_id),
    lotNumber: row.lot_number,
    expiresOn: fromDateColumn(row.expires_on),
    status: row.status,
    onHandUnits: units(onHand),
    reservations,
  }
}

/** A shortfall over the reasons that explain it; what nothing explains is nowhere. */
export function shareOut(withheld: readonly Withheld[], shortUnits: number): UnmetUnits[] {
  const unmet: UnmetUnits[] = []
  let left = shortUnits
  for (const reason of REASONS) {
    const lots = withheld.filter((held) => held.reason === reason)
    const presentUnits = lots.reduce((total, held) => total + held.units, 0)
    const explained = Math.min(left, presentUnits)
    if (explained === 0) continue
    left -= explained
    unmet.push({ reason, units: explained, detail: { presentUnits, ...detailOf(lots) } })
  }
  if (left > 0) {
    unmet.push({
      reason: 'none',
      units: left,
      detail: { presentUnits: 0, lots: [], orderNumbers: [] },
    })
  }
  return unmet
}

function detailOf(held: readonly Withheld[]) {
  return {
    lots: held.flatMap((lot) =>
      'lotNumber' in lot
        ? [
            {
              lotNumber: lot.lotNumber,
              expiresOn: 'expiresOn' in lot ? lot.expiresOn : null,
              units: lot.units,
            },
          ]
        : [],
    ),
    orderNumbers: [
      ...new Set(held.flatMap((lot) => ('orderNumbers' in lot ? lot.orderNumbers : []))),
    ],
  }
}

/** Every lot of these products the hub holds, free or not, with who it is kept for. */
export function heldLots(
  tx: Tx,
  groupingId: GroupingId,
  productIds: readonly ProductId[],
): Promise<HeldRow[]> {
  return tx.$queryRaw<HeldRow[]>`
    select lot.product_id, product.minimum_shelf_life_days, lot.id as lot_id, lot.lot_number, lot.expires_on,
      case when place.kind = 'quarantine' then 'quarantine' else lot.status end as status,
      b.on_hand_units as units,
      (select jsonb_agg(jsonb_build_object('lineId', a.line_id, 'orderNumber', o.number, 'units', a.units))
        from allocation a
        join supply_order_line l on l.id = a.line_id
        join supply_order o on o.id = l.order_id
        where a.lot_id = b.lot_id and a.location_id = b.location_id) as reservations
    from stock_balance b
    join location place on place.id = b.location_id
    join lot on lot.id = b.lot_id
    join product on product.id = lot.product_id
    where b.grouping_id = ${groupingId}::uuid and b.product_id = any (${[...new Set(productIds)]}::uuid[])
      and b.establishment_id is null and place.kind in ('store', 'quarantine')
      and b.on_hand_units > 0 and lot.status <> 'destroyed'`
}
