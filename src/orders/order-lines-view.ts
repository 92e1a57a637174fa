import { z } from 'zod'
import type { OrderId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { OrderLineView } from './view-schema.js'

/**
 * The lines of an order with products and kept lots, in one statement: every step of picking answers
 * with them. Row security leaves an establishment without the hub's lots; why units are missing
 * names other members' orders, so without `isHub` only reasons and counts are shown.
 */
export async function orderLinesView(
  tx: Tx,
  orderId: OrderId,
  { isHub }: { readonly isHub: boolean },
): Promise<z.output<typeof OrderLineView>[]> {
  const rows = await tx.$queryRaw<{ line: unknown }[]>`
    select jsonb_build_object(
      'id', l.id, 'lineNo', l.line_no,
      'requestedProduct', jsonb_build_object('id', asked.id, 'denomination', asked.denomination,
        'storageClass', asked.storage_class, 'isNarcotic', asked.is_narcotic,
        'requiresFourEyes', asked.requires_four_eyes),
      'product', jsonb_build_object('id', given.id, 'denomination', given.denomination,
        'storageClass', given.storage_class, 'isNarcotic', given.is_narcotic,
        'requiresFourEyes', given.requires_four_eyes),
      'orderedUnits', l.ordered_units, 'approvedUnits', l.approved_units,
      'inProcessUnits', l.in_process_units, 'pickedUnits', l.picked_units,
      'shippedUnits', l.shipped_units, 'backorderedUnits', l.backordered_units,
      'cancelledUnits', l.cancelled_units, 'reasonCode', l.reason_code, 'comment', l.comment,
      'explanation', case when l.explanation = 'null' then null else l.explanation end,
      'allocations', coalesce(kept.lots, '[]')) as line
    from supply_order_line l
    join product asked on asked.id = l.requested_product_id
    join product given on given.id = l.product_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('lotId', lot.id, 'lotNumber', lot.lot_number,
          'expiresOn', lot.expires_on, 'locationId', place.id, 'locationName', place.name,
          'units', a.units, 'pickedUnits', a.picked_units)
        order by lot.expires_on, lot.id, place.id) as lots
      from allocation a
      join lot on lot.id = a.lot_id
      join location place on place.id = a.location_id
      where a.line_id = l.id) kept on true
    where l.order_id = ${orderId}::uuid
    order by l.line_no`
  const lines = z.array(OrderLineView).parse(rows.map(({ line }) => line))
  return isHub ? lines : lines.map(withoutDetails)
}

const withoutDetails = (line: z.output<typeof OrderLineView>) => ({
  ...line,
  explanation: line.explanation?.map((unmet) => ({ ...unmet, detail: null })) ?? null,
})
