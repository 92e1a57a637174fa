import { dayOf } from '../kernel/calendar.js'
import { invalidField, notFound } from '../kernel/errors.js'
import { requireMemberOn } from '../members/index.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { requireOrderable } from './order-rules.js'
import { orderView } from './order-view.js'
import { requireOwnPlaces } from './place-rules.js'
import { proposeRenewal } from './propose-renewal.js'
import type { CreateOrderInput, OrderLineInput } from './schema.js'
import { rolesFor } from './transitions.js'
import type { OrderView } from './view-schema.js'
import { writeOrder } from './write-order.js'

/**
 * Opens a draft: from given lines, or from the allotment of a care unit. Nothing is reserved, and
 * nobody at the hub sees it as work until it is submitted.
 * @throws DomainError `not-a-member` on this day · `invalid-input` naming the field
 */
export async function createOrder(ctx: Context, input: CreateOrderInput): Promise<OrderView> {
  requireRole(ctx, input, rolesFor('edit'))
  return inTransaction(ctx, async (tx) => {
    const { groupingId, establishmentId, careUnitId, deliveryPointId, kind, comment } = input
    await requirePharmacy(tx, ctx, input)
    await requireOwnPlaces(tx, input)
    const lines = await linesOf(tx, ctx, input)
    await requireOrderable(tx, kind, lines)

    const id = await writeOrder(tx, ctx, {
      groupingId,
      establishmentId,
      careUnitId: careUnitId ?? null,
      deliveryPointId,
      kind,
      priority: input.priority ?? (kind === 'urgent' ? 'urgent' : 'normal'),
      comment,
      state: 'draft',
      requestedById: ctx.actor.userId,
      lines,
      reason: null,
    })
    return orderView(tx, ctx, id)
  })
}

async function linesOf(tx: Tx, ctx: Context, input: CreateOrderInput): Promise<OrderLineInput[]> {
  const { lines, careUnitId, groupingId, kind } = input
  if (lines !== undefined) return lines
  if (careUnitId === undefined) throw invalidField('lines', 'Give the lines')
  return proposeRenewal(tx, ctx, { groupingId, careUnitId, kind })
}

/** An order goes to a pharmacy the establishment belongs to today. */
async function requirePharmacy(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId }: CreateOrderInput,
): Promise<void> {
  const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
  if (grouping === null) throw notFound('Grouping', groupingId)
  if (grouping.kind !== 'pharmacy') {
    throw invalidField('groupingId', 'Orders go to a pharmacy: this grouping is a laboratory')
  }
  const today = dayOf(ctx.clock(), grouping.timeZone)
  await requireMemberOn(tx, groupingId, establishmentId, today, 'order')
}
