import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { lockOrder } from './load-order.js'
import { orderView } from './order-view.js'
import type { OrderView } from './view-schema.js'

/**
 * Takes an order to prepare; whoever starts is its preparer.
 * @throws DomainError `wrong-state`
 */
export function startPicking(ctx: Context, orderId: OrderId): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'start-picking')
    await advanceOrder(tx, ctx, order, {
      action: 'start-picking',
      changes: { preparedById: ctx.actor.userId },
    })
    return orderView(tx, ctx, orderId)
  })
}
