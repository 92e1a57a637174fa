import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { holdsRole, requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { LockedOrder } from './load-order.js'
import { isAllowed, nextState, type OrderAction, rolesFor } from './transitions.js'

const PAST: Readonly<Record<OrderAction, string>> = {
  edit: 'order.edited',
  submit: 'order.submitted',
  approve: 'order.approved',
  reject: 'order.rejected',
  allocate: 'order.allocated',
  'start-picking': 'order.picking-started',
  pick: 'order.picked',
  'finish-picking': 'order.picking-finished',
  release: 'order.released',
  dispatch: 'order.dispatched',
  deliver: 'order.delivered',
  receive: 'order.received',
  close: 'order.closed',
  cancel: 'order.cancelled',
  suspend: 'order.suspended',
  resume: 'order.resumed',
}

/**
 * Refuses unless the caller may do this to this order now: who may act can depend on the state.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export function authoriseStep(ctx: Context, order: LockedOrder, action: OrderAction): void {
  const roles = rolesFor(action)
  requireRole(ctx, order, roles)
  nextState(order.state, action, order.stateBeforeSuspension ?? undefined)
  const rolesNow = roles.filter((role) => isAllowed(order.state, action, role))
  if (!holdsRole(ctx, order, rolesNow)) {
    throw new DomainError('forbidden', `An order that is ${order.state} is out of your hands`, {
      needs: rolesNow,
      state: order.state,
    })
  }
}

export interface OrderStep {
  readonly action: OrderAction
  readonly reason?: string
  readonly changes?: Prisma.SupplyOrderUncheckedUpdateInput
  readonly details?: { readonly [key: string]: JsonSafe }
  /** Scans of one person in one order make one line of the timeline. */
  readonly isInTimeline?: boolean
}

/**
 * Moves an order along its life cycle: state, timeline, audit and announcement together. Who may do
 * so is asked before, by `authoriseStep`; what follows by itself from another act (a delivery handed
 * over, a receipt without difference) needs no role of its own.
 * @throws DomainError `wrong-state`
 */
export async function advanceOrder(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  { action, reason, changes = {}, details = {}, isInTimeline = true }: OrderStep,
): Promise<LockedOrder> {
  const { groupingId, establishmentId } = order
  const state = nextState(order.state, action, order.stateBeforeSuspension ?? undefined)
  const stateBeforeSuspension = action === 'suspend' ? order.state : null
  const now = ctx.clock()
  await tx.supplyOrder.update({
    where: { id: order.id },
    data: {
      ...changes,
      state,
      stateBeforeSuspension,
      version: { increment: 1 },
      updatedAt: now,
    },
  })
  if (isInTimeline) {
    await appendTransition(tx, ctx, order, { action, toState: state, reason: reason ?? null })
  }
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: PAST[action],
    subjectType: 'order',
    subjectId: order.id,
    details: { from: order.state, to: state, ...(reason !== undefined && { reason }), ...details },
  })
  await announce(tx, { topic: 'orders', groupingId, establishmentId, subjectId: order.id })
  return { ...order, state, stateBeforeSuspension, version: order.version + 1 }
}

/** One line of the timeline both sides read. */
export async function appendTransition(
  tx: Tx,
  ctx: Context,
  order: Pick<LockedOrder, 'id' | 'groupingId' | 'establishmentId' | 'state'>,
  step: { action: OrderAction | 'create'; toState: string; reason: string | null },
): Promise<void> {
  await tx.orderTransition.create({
    data: {
      ...step,
      orderId: order.id,
      groupingId: order.groupingId,
      establishmentId: order.establishmentId,
      fromState: order.state,
      actorId: ctx.actor.userId,
      actorName: ctx.actor.displayName,
      at: ctx.clock(),
    },
  })
}
