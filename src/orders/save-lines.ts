import type { Tx } from '../platform/db/transaction.js'
import type { OrderLine } from './load-order.js'

/** Writes what verbs decided about lines, all of them in one statement. */
export async function saveLines(tx: Tx, lines: readonly OrderLine[]): Promise<void> {
  const column = <Value>(read: (line: OrderLine) => Value): Value[] => lines.map(read)
  await tx.$executeRaw`
    update supply_order_line line set
      product_id = new.product_id, approved_units = new.approved, in_process_units = new.in_process,
      picked_units = new.picked, shipped_units = new.shipped, backordered_units = new.backordered,
      cancelled_units = new.cancelled, reason_code = new.reason_code, comment = new.comment,
      explanation = new.explanation::jsonb
    from unnest(
      ${column((line) => line.id)}::uuid[], ${column((line) => line.productId)}::uuid[],
      ${column((line) => line.approvedUnits)}::int[], ${column((line) => line.inProcessUnits)}::int[],
      ${column((line) => line.pickedUnits)}::int[], ${column((line) => line.shippedUnits)}::int[],
      ${column((line) => line.backorderedUnits)}::int[], ${column((line) => line.cancelledUnits)}::int[],
      ${column((line) => line.reasonCode)}::text[], ${column((line) => line.comment)}::text[],
      ${column(explanationText)}::text[]
    ) as new (id, product_id, approved, in_process, picked, shipped, backordered, cancelled,
      reason_code, comment, explanation)
    where line.id = new.id`
}

const explanationText = ({ explanation }: OrderLine): string | null =>
  explanation === null ? null : JSON.stringify(explanation)
