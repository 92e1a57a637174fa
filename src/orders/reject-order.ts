import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { lockOrder } from './load-order.js'
import { orderView } from './order-view.js'
import { cancelRest } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { RejectOrderInput } from './schema.js'
import type { OrderView } from './view-schema.js'

/**
 * Refuses a whole order, with the reason the establishment will read.
 * @throws DomainError `wrong-state` · `not-found`
 */
export function rejectOrder(
  ctx: Context,
  orderId: OrderId,
  { reasonCode, comment }: RejectOrderInput,
): Promise<OrderView> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    authoriseStep(ctx, order, 'reject')
    await saveLines(
      tx,
      order.lines.map((line) => ({ ...cancelRest(line), reasonCode })),
    )
    await advanceOrder(tx, ctx, order, {
      action: 'reject',
      reason: comment === '' ? reasonCode : `${reasonCode}: ${comment}`,
    })
    return orderView(tx, ctx, orderId)
  })
}
