import { DomainError, invalidField } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Product } from '../platform/db/generated/client.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { auditingRefusals } from './audit-refusal.js'
import { type LockedOrder, lockOrder, type OrderLine } from './load-order.js'
import { orderingProblem } from './order-rules.js'
import { orderView } from './order-view.js'
import { approveUnits } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { ApproveOrderInput, LineDecision } from './schema.js'
import type { OrderView } from './view-schema.js'

/**
 * The pharmacist's decision, line by line: how much, of which product, and why when it is less or
 * another. From here on no path ships more than approved. What is not approved is cancelled.
 * @throws DomainError `over-approved` (audited) · `invalid-input` naming the line · `wrong-state`
 */
export function approveOrder(
  ctx: Context,
  orderId: OrderId,
  input: ApproveOrderInput,
): Promise<OrderView> {
  return auditingRefusals(ctx, ['over-approved'], (trail) =>
    inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, orderId)
      const { groupingId, establishmentId } = order
      trail.fact = { groupingId, establishmentId, subjectId: orderId }
      authoriseStep(ctx, order, 'approve')

      const decided = await decideLines(tx, order, input.lines)
      if (decided.every((line) => line.approvedUnits === 0)) {
        throw invalidField('lines', 'Nothing is approved: reject the order, with its reason')
      }
      await saveLines(tx, decided)
      await advanceOrder(tx, ctx, order, {
        action: 'approve',
        changes: { approvedById: ctx.actor.userId },
        details: { lines: decided.map(decisionForAudit) },
      })
      return orderView(tx, ctx, orderId)
    }),
  )
}

async function decideLines(
  tx: Tx,
  order: LockedOrder,
  decisions: readonly LineDecision[],
): Promise<OrderLine[]> {
  const byLine = new Map<string, { decision: LineDecision; path: string }>()
  for (const [i, decision] of decisions.entries()) {
    const path = `lines.${i}`
    if (byLine.has(decision.lineId))
      throw invalidField(`${path}.lineId`, 'This line is decided twice')
    if (!order.lines.some(({ id }) => id === decision.lineId)) {
      throw invalidField(`${path}.lineId`, 'This line is not in this order')
    }
    byLine.set(decision.lineId, { decision, path })
  }
  const substitutes = await loadSubstitutes(tx, order, decisions)
  return order.lines.map((line) => {
    const found = byLine.get(line.id)
    if (found === undefined) return approveUnits(line, line.orderedUnits)
    return decideLine(line, { ...found, order, substitutes })
  })
}

interface Decision {
  readonly decision: LineDecision
  readonly path: string
  readonly order: LockedOrder
  readonly substitutes: Substitutes
}

function decideLine(line: OrderLine, { decision, path, order, substitutes }: Decision): OrderLine {
  const { approvedUnits, reasonCode, comment } = decision
  if (approvedUnits > line.orderedUnits) {
    throw new DomainError('over-approved', 'No more than was ordered can be approved', {
      lineId: line.id,
      denomination: line.product.denomination,
      orderedUnits: line.orderedUnits,
      approvedUnits,
    })
  }
  if (approvedUnits < line.orderedUnits && reasonCode === undefined) {
    throw invalidField(`${path}.reasonCode`, 'Say why less is approved than was ordered')
  }
  return {
    ...approveUnits(substituted(line, { decision, path, order, substitutes }), approvedUnits),
    reasonCode: reasonCode ?? null,
    comment: comment ?? line.comment,
  }
}

/** The line with the product that will be supplied; the one asked for stays on it. */
function substituted(line: OrderLine, { decision, path, order, substitutes }: Decision): OrderLine {
  const { productId, reasonCode } = decision
  if (productId === undefined || productId === line.productId) return line
  const product = substitutes.products.get(productId)
  const problem =
    product === undefined
      ? 'This product is not in the catalogue'
      : orderingProblem(order.kind, product)
  if (problem !== undefined) throw invalidField(`${path}.productId`, problem)
  if (product === undefined) return line
  const isListed = substitutes.listed.has(`${line.requestedProductId}/${productId}`)
  if (!isListed && reasonCode === undefined) {
    throw invalidField(
      `${path}.reasonCode`,
      'This product is not on the list of substitutes: say why it is supplied instead',
    )
  }
  return { ...line, productId, product }
}

interface Substitutes {
  readonly products: ReadonlyMap<string, Product>
  readonly listed: ReadonlySet<string>
}

async function loadSubstitutes(
  tx: Tx,
  order: LockedOrder,
  decisions: readonly LineDecision[],
): Promise<Substitutes> {
  const ids = decisions.flatMap(({ productId }) => productId ?? [])
  if (ids.length === 0) return { products: new Map(), listed: new Set() }
  const products = await tx.product.findMany({ where: { id: { in: ids } } })
  const listed = await tx.substitute.findMany({
    where: { groupingId: order.groupingId, substituteId: { in: ids } },
  })
  return {
    products: new Map(products.map((product) => [product.id, product])),
    listed: new Set(listed.map(({ productId, substituteId }) => `${productId}/${substituteId}`)),
  }
}

const decisionForAudit = (line: OrderLine) => ({
  lineId: line.id,
  ordered: line.orderedUnits,
  approved: line.approvedUnits,
  requestedProductId: line.requestedProductId,
  productId: line.productId,
  reasonCode: line.reasonCode,
})
