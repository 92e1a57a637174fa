import { type CalendarDate, dayOf } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { GroupingId, type OrderId, OrderLineId, ProductId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { type ForeseenLine, foreseeLines } from '../stock/index.js'
import { orderingProblem } from './order-rules.js'
import type { OrderSupply, SupplyLine } from './supply-schema.js'

export const FORESEES_SUPPLY: readonly Role[] = [
  'head-pharmacist',
  'pharmacist',
  'preparer',
  'auditor',
]

const PARTS = {
  supplyOrderLines: { orderBy: { lineNo: 'asc' } },
} as const satisfies Prisma.SupplyOrderInclude
type Order = Prisma.SupplyOrderGetPayload<{ include: typeof PARTS }>

/**
 * What the hub could give for an order now, line by line, why not more, and what instead: what a
 * pharmacist reads before approving. Nothing is reserved.
 * @throws DomainError `not-found` · `forbidden`
 */
export function foreseeSupply(ctx: Context, orderId: OrderId): Promise<OrderSupply> {
  return inReadTransaction(ctx, async (tx) => {
    const order = await tx.supplyOrder.findUnique({ where: { id: orderId }, include: PARTS })
    if (order === null) throw notFound('Order', orderId)
    const groupingId = GroupingId.parse(order.groupingId)
    requireRole(ctx, { groupingId }, FORESEES_SUPPLY)

    const arrival = dayOf(order.expectedAt ?? ctx.clock(), await timeZoneOf(tx, groupingId))
    const wishes = wishesOf(order)
    const usableUntilAtLeast = arrival
    const foreseen = await foreseeLines(tx, ctx, { groupingId, wishes, usableUntilAtLeast })
    const instead = await substitutesFor(tx, ctx, { order, groupingId, usableUntilAtLeast })
    return {
      lines: wishes.map(({ lineId }, i) => ({
        lineId,
        ...supplyOf(foreseen[i]),
        lots: [...(foreseen[i]?.lots ?? [])],
        explanation: (foreseen[i]?.unmet ?? []).map(unmetView),
        substitutes: instead.get(lineId) ?? [],
      })),
    }
  })
}

const wishesOf = (order: Order) =>
  order.supplyOrderLines.map((line) => ({
    lineId: OrderLineId.parse(line.id),
    productId: ProductId.parse(line.productId),
    units: line.inProcessUnits,
  }))

const supplyOf = (line: ForeseenLine | undefined) => ({
  usableUnits: line?.usableUnits ?? 0,
  dispatchedUnits90Days: line?.dispatchedUnits90Days ?? 0,
})

const unmetView = ({ reason, units, detail }: ForeseenLine['unmet'][number]) => ({
  reason,
  units,
  detail: {
    presentUnits: detail.presentUnits,
    lots: [...detail.lots],
    orderNumbers: [...detail.orderNumbers],
  },
})

interface Question {
  readonly order: Order
  readonly groupingId: GroupingId
  readonly usableUntilAtLeast: CalendarDate
}

async function substitutesFor(
  tx: Tx,
  ctx: Context,
  { order, groupingId, usableUntilAtLeast }: Question,
): Promise<ReadonlyMap<string, SupplyLine['substitutes']>> {
  const asked = order.supplyOrderLines
  const rows = await tx.substitute.findMany({
    where: { groupingId, productId: { in: asked.map((line) => line.requestedProductId) } },
    include: { substitute: true },
    orderBy: { createdAt: 'asc' },
  })
  const pairs = rows.flatMap((row) =>
    asked
      .filter((line) => line.requestedProductId === row.productId)
      .map((line) => ({ ...row, line })),
  )
  const foreseen = await foreseeLines(tx, ctx, {
    groupingId,
    usableUntilAtLeast,
    wishes: pairs.map(({ line, substitute }) => ({
      lineId: OrderLineId.parse(line.id),
      productId: ProductId.parse(substitute.id),
      units: line.inProcessUnits,
    })),
  })
  const byLine = new Map<string, SupplyLine['substitutes']>()
  for (const [i, { line, substitute, note }] of pairs.entries()) {
    const one = {
      ...supplyOf(foreseen[i]),
      productId: ProductId.parse(substitute.id),
      denomination: substitute.denomination,
      storageClass: substitute.storageClass,
      note,
      refusal: orderingProblem(order.kind, substitute) ?? null,
    }
    byLine.set(line.id, [...(byLine.get(line.id) ?? []), one])
  }
  return byLine
}
