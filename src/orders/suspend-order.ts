import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { lockOrder } from './load-order.js'
import { orderView } from './order-view.js'
import type { ReasonInput } from './schema.js'
import type { OrderView } from './view-schema.js'

const stopOrRestart =
  (action: 'suspend' | 'resume') =>
  (ctx: Context, orderId: OrderId, { reason }: ReasonInput): Promise<OrderView> =>
    inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, orderId)
      authoriseStep(ctx, order, action)
      await advanceOrder(tx, ctx, order, { action, reason })
      return orderView(tx, ctx, orderId)
    })

/**
 * Stops what is still at the hub, as when one of its lots is recalled. Nothing is freed.
 * @throws DomainError `wrong-state`
 */
export const suspendOrder = stopOrRestart('suspend')

/**
 * Goes on where the order was stopped.
 * @throws DomainError `wrong-state`
 */
export const resumeOrder = stopOrRestart('resume')
