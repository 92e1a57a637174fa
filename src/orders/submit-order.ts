import { dayOf } from '../kernel/calendar.js'
import type { OrderId } from '../kernel/ids.js'
import { requireMemberOn } from '../members/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { lockOrder } from './load-order.js'
import { requireOrderable } from './order-rules.js'
import { orderView } from './order-view.js'
import { planDelivery } from './plan-delivery.js'
import type { OrderView } from './view-schema.js'

/**
 * Sends a draft to the pharmacy, on the next run whose cut-off is not passed.
 * @throws DomainError `not-a-member` on this day · `wrong-state` · `invalid-input`
 */
export function submitOrder(ctx: Context, orderId: OrderId): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'submit')
    const { groupingId, establishmentId, kind, lines } = order
    const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
    await requireMemberOn(tx, groupingId, establishmentId, today, 'order')
    await requireOrderable(tx, kind, lines)

    const { runStopId, expectedAt } = await planDelivery(tx, ctx, order)
    await advanceOrder(tx, ctx, order, {
      action: 'submit',
      changes: {
        runStopId,
        expectedAt,
        submittedAt: ctx.clock(),
        requestedById: ctx.actor.userId,
      },
      details: { runStopId, expectedAt: expectedAt?.toISOString() ?? null },
    })
    return orderView(tx, ctx, orderId)
  })
}
