import { DomainError, invalidField } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { reduceAllocation } from '../stock/index.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { createBackorder } from './create-backorder.js'
import { expectedLots } from './expected-lots.js'
import { type LockedOrder, lockOrder, type OrderLine } from './load-order.js'
import { orderView } from './order-view.js'
import { backorderUnits, cancelUnits } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { FinishPickingInput, Shortage } from './schema.js'
import type { OrderView } from './view-schema.js'

/**
 * Ends the preparation. A line picked short needs its reason: what was not found is no longer kept
 * for this order, and is backordered or given up.
 * @throws DomainError `invalid-input` naming the line without a reason · `wrong-state`
 */
export function finishPicking(
  ctx: Context,
  orderId: OrderId,
  { shortages }: FinishPickingInput,
): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'finish-picking')
    if (order.lines.every((line) => line.pickedUnits === 0)) {
      throw new DomainError('wrong-state', 'Nothing is picked: pick, or cancel the order', {
        state: order.state,
      })
    }
    const short = shortLines(order, shortages)
    await freeUnpicked(tx, ctx, order)
    await saveLines(tx, short.map(settleShortage))
    const backorderId = await createBackorder(tx, ctx, {
      order,
      rests: short
        .filter(({ shortage }) => shortage.remainder === 'backorder')
        .map(({ line, missing }) => ({ line, units: missing })),
    })
    await advanceOrder(tx, ctx, order, {
      action: 'finish-picking',
      details: {
        backorderId,
        shortages: short.map(({ shortage, missing }) => ({ ...shortage, units: missing })),
      },
    })
    return orderView(tx, ctx, orderId)
  })
}

interface ShortLine {
  readonly line: OrderLine
  readonly missing: number
  readonly shortage: Shortage
}

function shortLines(order: LockedOrder, shortages: readonly Shortage[]): ShortLine[] {
  for (const [i, { lineId }] of shortages.entries()) {
    const line = order.lines.find(({ id }) => id === lineId)
    if (line === undefined || line.pickedUnits === line.inProcessUnits) {
      throw invalidField(`shortages.${i}.lineId`, 'Nothing is short on this line')
    }
  }
  return order.lines.flatMap((line) => {
    const missing = line.inProcessUnits - line.pickedUnits
    if (missing === 0) return []
    const shortage = shortages.find(({ lineId }) => lineId === line.id)
    if (shortage !== undefined) return [{ line, missing, shortage }]
    const { lineNo, product } = line
    throw invalidField(
      'shortages',
      `Line ${lineNo} (${product.denomination}) is ${missing} units short: say why`,
    )
  })
}

function settleShortage({ line, missing, shortage }: ShortLine): OrderLine {
  const settle = shortage.remainder === 'backorder' ? backorderUnits : cancelUnits
  return {
    ...settle(line, missing),
    reasonCode: shortage.reasonCode,
    comment: shortage.comment ?? line.comment,
  }
}

async function freeUnpicked(tx: Tx, ctx: Context, order: LockedOrder): Promise<void> {
  const { groupingId } = order
  const lots = await expectedLots(tx, order)
  for (const { lineId, lotId, units: kept, pickedUnits } of lots) {
    if (kept === pickedUnits) continue
    await reduceAllocation(tx, ctx, { groupingId, lineId, lotId, units: units(kept - pickedUnits) })
  }
}
