import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { DeliveryId, OrderId } from '../kernel/ids.js'
import { type LockedOrder, lockOrder } from '../orders/index.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { type DeliveryAction, DeliveryState, nextState } from './transitions.js'

const WITH_LINES = {
  deliveryLines: { orderBy: { id: 'asc' }, include: { product: true } },
  totes: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.DeliveryInclude

type DeliveryRow = Prisma.DeliveryGetPayload<{ include: typeof WITH_LINES }>

/** A delivery and its order as a verb holds them: both locked, the order first. */
export interface LockedDelivery extends Omit<DeliveryRow, 'state' | 'id'> {
  readonly id: DeliveryId
  readonly state: DeliveryState
  readonly order: LockedOrder
}

/**
 * Locks a delivery through its order: everything that changes either starts there.
 * @throws DomainError `not-found` when it does not exist for this caller
 */
export async function lockDelivery(tx: Tx, deliveryId: DeliveryId): Promise<LockedDelivery> {
  const found = await tx.delivery.findUnique({ where: { id: deliveryId } })
  if (found === null) throw notFound('Delivery', deliveryId)
  const order = await lockOrder(tx, OrderId.parse(found.orderId))
  const row = await tx.delivery.findUniqueOrThrow({
    where: { id: deliveryId },
    include: WITH_LINES,
  })
  return { ...row, id: DeliveryId.parse(row.id), state: DeliveryState.parse(row.state), order }
}

export interface DeliveryStep {
  readonly action: DeliveryAction
  readonly changes?: Prisma.DeliveryUncheckedUpdateInput
  readonly details?: { readonly [key: string]: JsonSafe }
}

const PAST: Readonly<Record<DeliveryAction, string>> = {
  dispatch: 'delivery.dispatched',
  deliver: 'delivery.delivered',
  receive: 'delivery.received',
  close: 'delivery.closed',
  'leave-behind': 'delivery.left-behind',
}

/** Moves a delivery along its life cycle: state, audit and announcement together. @throws DomainError `wrong-state` */
export async function advanceDelivery(
  tx: Tx,
  ctx: Context,
  delivery: LockedDelivery,
  { action, changes = {}, details = {} }: DeliveryStep,
): Promise<LockedDelivery> {
  const state = nextState(delivery.state, action)
  const { groupingId, establishmentId } = delivery.order
  await tx.delivery.update({
    where: { id: delivery.id },
    data: { ...changes, state, version: { increment: 1 } },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: PAST[action],
    subjectType: 'delivery',
    subjectId: delivery.id,
    details: { from: delivery.state, to: state, orderId: delivery.orderId, ...details },
  })
  await announce(tx, { topic: 'deliveries', groupingId, establishmentId, subjectId: delivery.id })
  return { ...delivery, state }
}
