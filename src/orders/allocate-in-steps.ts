import { dayOf } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { allocateLines, type UnmetUnits } from '../stock/index.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { createBackorder } from './create-backorder.js'
import { type LockedOrder, lockOrder, type OrderLine } from './load-order.js'
import { orderView } from './order-view.js'
import { backorderUnits } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { OrderView } from './view-schema.js'

/**
 * Allocates one order step by step: gives what there is, says for each missing unit why, and opens a
 * backorder for the rest. Refuses with an explanation.
 * @throws DomainError as `allocateOrder`
 */
export function allocateInSteps(ctx: Context, orderId: OrderId): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'allocate')
    const allocated = await reserve(tx, ctx, order)

    await saveLines(
      tx,
      allocated.map(({ line, missing, explanation }) => ({
        ...backorderUnits(line, missing),
        explanation,
      })),
    )
    const backorderId = await createBackorder(tx, ctx, {
      order,
      rests: allocated.map(({ line, missing }) => ({ line, units: missing })),
    })
    await advanceOrder(tx, ctx, order, {
      action: 'allocate',
      details: {
        backorderId,
        short: allocated.flatMap(({ line, missing }) =>
          missing > 0 ? [{ lineId: line.id, units: missing }] : [],
        ),
      },
    })
    return orderView(tx, ctx, orderId)
  })
}

interface AllocatedLine {
  readonly line: OrderLine
  readonly missing: number
  /** Why units are missing, as data for the line; null when none is. */
  readonly explanation: readonly UnmetUnits[] | null
}

async function reserve(tx: Tx, ctx: Context, order: LockedOrder): Promise<AllocatedLine[]> {
  const { groupingId } = order
  const arrival = order.expectedAt ?? ctx.clock()
  const open = order.lines.filter((line) => line.inProcessUnits > 0)
  const answers = await allocateLines(tx, ctx, {
    groupingId,
    lines: open.map((line) => ({
      lineId: line.id,
      productId: line.productId,
      units: units(line.inProcessUnits),
    })),
    usableUntilAtLeast: dayOf(arrival, await timeZoneOf(tx, groupingId)),
  })
  const byLine = new Map(answers.map((answer) => [answer.lineId, answer]))
  const allocated = order.lines.map((line) => {
    const answer = byLine.get(line.id)
    const missing = line.inProcessUnits - (answer?.allocatedUnits ?? 0)
    return { line, missing, explanation: missing > 0 ? (answer?.unmet ?? []) : null }
  })
  if (answers.every(({ allocatedUnits }) => allocatedUnits === 0)) throw nothingToGive(allocated)
  return allocated
}

const nothingToGive = (lines: readonly AllocatedLine[]): DomainError =>
  new DomainError('insufficient-stock', 'No unit of this order can be given now', {
    lines: lines
      .filter(({ missing }) => missing > 0)
      .map(({ line, missing, explanation }) => ({
        lineId: line.id,
        denomination: line.product.denomination,
        missingUnits: missing,
        unmet: explanation,
      })),
  })
