import { recordAudit } from '../audit/index.js'
import { takeNumber } from '../documents/index.js'
import { newId, OrderId, OrderLineId, type ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { appendTransition } from './advance-order.js'
import type { LockedOrder } from './load-order.js'
import { newLine } from './quantities.js'

/** The series of order numbers: `C-2026-00042` (commande). */
const SERIES = { kind: 'order', prefix: 'C' } as const

export interface NewLine {
  readonly productId: ProductId
  readonly units: number
  readonly comment?: string | undefined
  /** Set on a line born approved: the rest of a short one. */
  readonly rest?: { readonly ofLineId: OrderLineId; readonly requestedProductId: ProductId }
}

export type NewOrder = Pick<
  Prisma.SupplyOrderUncheckedCreateInput,
  | 'careUnitId'
  | 'deliveryPointId'
  | 'kind'
  | 'priority'
  | 'comment'
  | 'approvedById'
  | 'backorderOfId'
  | 'runStopId'
  | 'expectedAt'
  | 'submittedAt'
  | 'requestedById'
> &
  Pick<LockedOrder, 'groupingId' | 'establishmentId'> & {
    readonly state: 'draft' | 'approved'
    readonly lines: readonly NewLine[]
    readonly reason: string | null
  }

/** Writes a new order with its lines, number, first line of timeline, audit and announcement. */
export async function writeOrder(tx: Tx, ctx: Context, order: NewOrder): Promise<OrderId> {
  const { lines, reason, ...header } = order
  const { groupingId, establishmentId, state } = order
  const id = newId(OrderId)
  const now = ctx.clock()
  const { number } = await takeNumber(tx, ctx, { groupingId, ...SERIES })
  await tx.supplyOrder.create({ data: { ...header, id, number, createdAt: now, updatedAt: now } })
  await writeLines(tx, { id, groupingId, establishmentId }, lines)

  const scope = { groupingId, establishmentId }
  await appendTransition(
    tx,
    ctx,
    { id, ...scope, state },
    { action: 'create', toState: state, reason },
  )
  await recordAudit(tx, ctx, {
    ...scope,
    action: 'order.created',
    subjectType: 'order',
    subjectId: id,
    details: {
      number,
      kind: order.kind,
      lines: lines.map(({ productId, units }) => ({ productId, units })),
    },
  })
  await announce(tx, { topic: 'orders', ...scope, subjectId: id })
  return id
}

/** Appends lines to an order that has none. */
export async function writeLines(
  tx: Tx,
  order: Pick<LockedOrder, 'id' | 'groupingId' | 'establishmentId'>,
  lines: readonly NewLine[],
): Promise<void> {
  const { id: orderId, groupingId, establishmentId } = order
  await tx.supplyOrderLine.createMany({
    data: lines.map(({ productId, units, comment, rest }, i) => ({
      ...newLine(units),
      id: newId(OrderLineId),
      orderId,
      groupingId,
      establishmentId,
      lineNo: i + 1,
      productId,
      requestedProductId: rest?.requestedProductId ?? productId,
      approvedUnits: rest === undefined ? null : units,
      backorderOfLineId: rest?.ofLineId ?? null,
      comment: comment ?? '',
    })),
  })
}
