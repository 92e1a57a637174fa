import { DomainError } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { auditingRefusals } from './audit-refusal.js'
import { type LockedOrder, lockOrder } from './load-order.js'
import { orderView } from './order-view.js'
import type { OrderView } from './view-schema.js'

/**
 * Pharmaceutical release (libération). Whoever had a hand in the preparation of a narcotic, or of a
 * product that asks for it, may not release it: two people, checked here and audited when tried.
 * @throws DomainError `four-eyes-required` · `wrong-state`
 */
export function releaseOrder(ctx: Context, orderId: OrderId): Promise<OrderView> {
  return auditingRefusals(ctx, ['four-eyes-required'], (trail) =>
    inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, orderId)
      const { groupingId, establishmentId } = order
      trail.fact = { groupingId, establishmentId, subjectId: orderId }
      authoriseStep(ctx, order, 'release')
      await requireSecondPerson(tx, ctx, order)
      await advanceOrder(tx, ctx, order, {
        action: 'release',
        changes: { releasedById: ctx.actor.userId },
      })
      return orderView(tx, ctx, orderId)
    }),
  )
}

async function requireSecondPerson(tx: Tx, ctx: Context, order: LockedOrder): Promise<void> {
  const asksForTwo = order.lines.some(
    ({ product, pickedUnits }) =>
      pickedUnits > 0 && (product.isNarcotic || product.requiresFourEyes),
  )
  if (!asksForTwo) return
  const prepared = await tx.orderTransition.count({
    where: {
      orderId: order.id,
      actorId: ctx.actor.userId,
      action: { in: ['start-picking', 'pick', 'finish-picking'] },
    },
  })
  if (prepared === 0) return
  throw new DomainError(
    'four-eyes-required',
    'You prepared this order: another pharmacist must release it',
    { orderId: order.id },
  )
}
