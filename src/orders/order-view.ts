import { notFound } from '../kernel/errors.js'
import {
  CareUnitId,
  DeliveryId,
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  OrderId,
} from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { orderLinesView } from './order-lines-view.js'
import { actionsFrom, OrderState } from './transitions.js'
import type { OrderSummary, OrderView } from './view-schema.js'

const UNDELIVERED: ReadonlySet<OrderState> = new Set<OrderState>([
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
  'dispatched',
  'suspended',
])
export const UNDELIVERED_STATES: readonly OrderState[] = [...UNDELIVERED]

export const SUMMARY_PARTS = {
  establishment: true,
  careUnit: true,
  runStop: { include: { run: true } },
  _count: { select: { supplyOrderLines: true } },
} as const satisfies Prisma.SupplyOrderInclude

// People are named by the timeline: a member may not read the accounts of the hub.
const VIEW_PARTS = {
  ...SUMMARY_PARTS,
  deliveryPoint: true,
  backorderOf: true,
  supplyOrderAsBackorders: { orderBy: { id: 'asc' } },
  deliverys: { orderBy: { id: 'asc' } },
  orderTransitions: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.SupplyOrderInclude

type SummaryRow = Prisma.SupplyOrderGetPayload<{ include: typeof SUMMARY_PARTS }>

/**
 * An order as both sides see it: lines, explanations, timeline, what it became.
 * @throws DomainError `not-found`
 */
export async function orderView(tx: Tx, ctx: Context, orderId: OrderId): Promise<OrderView> {
  const row = await tx.supplyOrder.findUnique({ where: { id: orderId }, include: VIEW_PARTS })
  if (row === null) throw notFound('Order', orderId)
  const { runStop, deliveryPoint, backorderOf } = row
  const isHub = ctx.actor.grants.some(
    (grant) => grant.groupingId === row.groupingId && grant.establishmentId === undefined,
  )
  return {
    ...orderSummary(row, ctx.clock()),
    comment: row.comment,
    deliveryPoint: { id: DeliveryPointId.parse(deliveryPoint.id), name: deliveryPoint.name },
    run: runStop && {
      number: runStop.run.number,
      name: runStop.run.name,
      plannedAt: runStop.plannedAt.toISOString(),
    },
    backorderOf: backorderOf && orderRef(backorderOf),
    backorders: row.supplyOrderAsBackorders.map(orderRef),
    lines: await orderLinesView(tx, orderId, { isHub }),
    deliveries: row.deliverys.map(({ id, state, noteId, noteNumber }) => ({
      id: DeliveryId.parse(id),
      state,
      noteId: DocumentId.nullable().parse(noteId),
      noteNumber,
    })),
    timeline: row.orderTransitions.map(({ at, action, fromState, toState, actorName, reason }) => ({
      at: at.toISOString(),
      action,
      fromState,
      toState,
      actorName,
      reason,
    })),
    possibleActions: [...actionsFrom(OrderState.parse(row.state))],
  }
}

export function orderSummary(row: SummaryRow, now: Date): OrderSummary {
  const state = OrderState.parse(row.state)
  const { expectedAt, establishment, careUnit } = row
  return {
    id: OrderId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    number: row.number,
    kind: row.kind,
    priority: row.priority,
    state,
    version: row.version,
    establishment: { id: EstablishmentId.parse(establishment.id), name: establishment.shortName },
    careUnit: careUnit && { id: CareUnitId.parse(careUnit.id), name: careUnit.name },
    lineCount: row._count.supplyOrderLines,
    expectedAt: expectedAt?.toISOString() ?? null,
    cutoffAt: row.runStop?.run.cutoffAt.toISOString() ?? null,
    isLate: expectedAt !== null && expectedAt < now && UNDELIVERED.has(state),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

const orderRef = (row: { id: string; number: string; state: string }) => ({
  id: OrderId.parse(row.id),
  number: row.number,
  state: OrderState.parse(row.state),
})
