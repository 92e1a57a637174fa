import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { Role } from '../kernel/roles.js'
import { holdsRole, requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { LockedOrder } from './load-order.js'
import { isAllowed, nextState, type OrderAction, type OrderState, rolesFor } from './transitions.js'

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

/** What an establishment does with its own orders; cancelling is one of them until approval. */
const SITE_ACTIONS: ReadonlySet<OrderAction> = new Set<OrderAction>(['edit', 'submit', 'receive'])

const isSiteAction = (action: OrderAction, state: OrderState): boolean =>
  SITE_ACTIONS.has(action) || (action === 'cancel' && (state === 'draft' || state === 'submitted'))

/**
 * Refuses unless the caller may do this to this order now: who may act can depend on the state, and
 * the hub's decisions are not taken with a role held at an establishment.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export function authoriseStep(ctx: Context, order: LockedOrder, action: OrderAction): void {
  const roles = rolesFor(action)
  requireRole(ctx, order, roles)
  nextState(order.state, action, order.stateBeforeSuspension ?? undefined)
  const rolesNow = roles.filter((role) => isAllowed(order.state, action, role))
  if (isSiteAction(action, order.state)) requireRole(ctx, order, rolesNow)
  else requireHubRole(ctx, order, rolesNow)
}

/**
 * Refuses unless the caller holds one of `roles` for the whole grouping: a pharmacist of one
 * establishment orders, and does not approve what it ordered.
 * @throws DomainError `not-found` no grant over this order at all · `forbidden`
 */
export function requireHubRole(
  ctx: Context,
  { groupingId, establishmentId }: Pick<LockedOrder, 'groupingId' | 'establishmentId'>,
  roles: readonly Role[],
): void {
  requireRole(ctx, { groupingId, establishmentId }, roles)
  if (holdsRole(ctx, { groupingId }, roles)) return
  throw new DomainError(
    'forbidden',
    `This needs one of these roles at the hub: ${roles.join(', ')}`,
    {
      needs: [...roles],
    },
  )
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
