import type { LotId } from '../kernel/ids.js'
import { microEuros, microsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { loadLot } from './lot-view.js'
import { READS_STOCK } from './roles.js'
import type { LotTraceView } from './schema.js'

/**
 * From a lot to every unit that ever held it: receipts, orders, deliveries, members, and where it is now.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function traceLot(ctx: Context, lotId: LotId): Promise<LotTraceView> {
  return inReadTransaction(ctx, async (tx) => {
    const { view, groupingId } = await loadLot(tx, lotId)
    requireRole(ctx, { groupingId }, READS_STOCK)
    const [holders, orders, movements] = [
      await holdersOf(tx, lotId),
      await ordersOf(tx, lotId),
      await movementsOf(tx, lotId),
    ]
    const signed = (kinds: ReadonlySet<string>) =>
      movements.reduce(
        (total, { toKind, fromKind, units }) =>
          total + (kinds.has(toKind) ? units : 0) - (kinds.has(fromKind) ? units : 0),
        0,
      )
    return {
      lot: view,
      holders,
      receivedUnits: -signed(new Set(['supplier'])),
      heldUnits: holders.reduce((total, { onHandUnits }) => total + onHandUnits, 0),
      goneUnits: signed(new Set(['consumed', 'destroyed', 'loss'])),
      orders,
      movements,
    }
  })
}

const holdersOf = (tx: Tx, lotId: LotId) =>
  tx.$queryRaw<LotTraceView['holders']>`
    select b.location_id as "locationId", place.kind as "locationKind", place.name as "locationName",
      b.establishment_id as "establishmentId", e.name as "establishmentName",
      b.on_hand_units as "onHandUnits", b.reserved_units as "reservedUnits"
    from stock_balance b
    join location place on place.id = b.location_id
    left join establishment e on e.id = b.establishment_id
    where b.lot_id = ${lotId}::uuid and b.on_hand_units > 0
    order by b.establishment_id nulls first, place.kind, place.name`

const ordersOf = (tx: Tx, lotId: LotId) =>
  tx.$queryRaw<LotTraceView['orders']>`
    with reserved as (
      select l.order_id, sum(a.units)::int as units from allocation a join supply_order_line l on l.id = a.line_id
      where a.lot_id = ${lotId}::uuid group by l.order_id),
    shipped as (
      select d.order_id, sum(dl.shipped_units)::int as units,
        array_agg(distinct d.note_number) filter (where d.note_number is not null) as notes
      from delivery_line dl join delivery d on d.id = dl.delivery_id
      where dl.lot_id = ${lotId}::uuid and d.dispatched_at is not null group by d.order_id)
    select o.id as "orderId", o.number, o.establishment_id as "establishmentId", e.name as "establishmentName",
      coalesce(reserved.units, 0) as "reservedUnits", coalesce(shipped.units, 0) as "shippedUnits",
      coalesce(shipped.notes, '{}') as "deliveryNotes"
    from supply_order o
    join establishment e on e.id = o.establishment_id
    left join reserved on reserved.order_id = o.id
    left join shipped on shipped.order_id = o.id
    where o.id in (select order_id from reserved union select order_id from shipped)
    order by o.number`

async function movementsOf(tx: Tx, lotId: LotId): Promise<LotTraceView['movements']> {
  const rows = await tx.stockMovement.findMany({
    where: { lotId },
    orderBy: { id: 'asc' },
    include: { fromLocation: true, toLocation: true },
  })
  return rows.map((row) => ({
    id: `${row.id}`,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    reason: row.reason,
    units: row.units,
    unitCost: microsToDecimal(microEuros(row.unitCostMicros)),
    fromKind: row.fromLocation.kind,
    fromName: row.fromLocation.name,
    toKind: row.toLocation.kind,
    toName: row.toLocation.name,
    establishmentId: row.establishmentId,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    actorId: row.actorId,
    reversesId: row.reversesId === null ? null : `${row.reversesId}`,
    note: row.note,
  }))
}
