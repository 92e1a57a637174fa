import type { LotId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { ISO_INSTANT } from './iso-instant.js'
import { loadLot } from './lot-view.js'
import { REVERSIBLE } from './reverse-movement.js'
import { READS_STOCK } from './roles.js'
import type { LotTraceView } from './schema.js'

const GONE = ['consumed', 'destroyed', 'loss'] as const
/** No balance is kept of these: what went there can always come back. */
const BOTTOMLESS = ['supplier', ...GONE]

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
      goneUnits: signed(new Set(GONE)),
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

/**
 * Every movement as one JSON value: a recalled lot has thousands, and making an object of each cell of
 * each row cost several times the query.
 */
async function movementsOf(tx: Tx, lotId: LotId): Promise<LotTraceView['movements']> {
  const [row] = await tx.$queryRaw<{ movements: LotTraceView['movements'] | null }[]>`
    select json_agg(json_build_object(
      'id', m.id::text,
      'occurredAt', to_char(m.occurred_at at time zone 'UTC', ${ISO_INSTANT}::text),
      'recordedAt', to_char(m.recorded_at at time zone 'UTC', ${ISO_INSTANT}::text),
      'reason', m.reason,
      'units', m.units,
      'unitCost', (m.unit_cost_micros * 0.000001)::text,
      'fromKind', source.kind, 'fromName', source.name,
      'toKind', target.kind, 'toName', target.name,
      'establishmentId', m.establishment_id, 'establishmentName', e.short_name,
      'subjectType', m.subject_type, 'subjectId', m.subject_id,
      'subjectNumber', coalesce(receipt.number, delivery.note_number),
      'actorId', m.actor_id, 'actorName', actor.display_name,
      'reversesId', m.reverses_id::text,
      'isReversible', m.reason = any (${[...REVERSIBLE]}::text[]) and contrary.id is null
        and (target.kind = any (${BOTTOMLESS}::text[]) or coalesce(held.on_hand_units - held.reserved_units, 0) >= m.units),
      'note', m.note) order by m.id) as movements
    from stock_movement m
    join location source on source.id = m.from_location_id
    join location target on target.id = m.to_location_id
    left join establishment e on e.id = m.establishment_id
    left join app_user actor on actor.id = m.actor_id
    left join stock_receipt receipt on m.subject_type = 'stock-receipt' and receipt.id = m.subject_id
    left join delivery on m.subject_type = 'delivery' and delivery.id = m.subject_id
    left join stock_movement contrary on contrary.reverses_id = m.id
    left join stock_balance held on held.lot_id = m.lot_id and held.location_id = m.to_location_id
    where m.lot_id = ${lotId}::uuid`
  return row?.movements ?? []
}
