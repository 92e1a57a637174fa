import type { OrderId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { orderSummary, orderView, SUMMARY_PARTS, UNDELIVERED_STATES } from './order-view.js'
import type { ListOrdersQuery } from './schema.js'
import type { OrderPage, OrderView } from './view-schema.js'

/** The orders the caller may see, newest first. */
export async function listOrders(ctx: Context, query: ListOrdersQuery): Promise<OrderPage> {
  const now = ctx.clock()
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.supplyOrder.findMany({
      where: { AND: conditions(query, now) },
      include: SUMMARY_PARTS,
      orderBy: { id: 'desc' },
      take: query.limit + 1,
    }),
  )
  return toPage(
    rows.map((row) => orderSummary(row, now)),
    query.limit,
  )
}

/** @throws DomainError `not-found` */
export const getOrder = (ctx: Context, orderId: OrderId): Promise<OrderView> =>
  inReadTransaction(ctx, (tx) => orderView(tx, ctx, orderId))

function conditions(query: ListOrdersQuery, now: Date): Prisma.SupplyOrderWhereInput[] {
  const { cursor, groupingId, establishmentId, state, priority, late } = query
  const isLate = {
    expectedAt: { lt: now },
    state: { in: [...UNDELIVERED_STATES] },
  } satisfies Prisma.SupplyOrderWhereInput
  const wanted: (Prisma.SupplyOrderWhereInput | undefined)[] = [
    cursor === undefined ? undefined : { id: { lt: cursor } },
    groupingId === undefined ? undefined : { groupingId },
    establishmentId === undefined ? undefined : { establishmentId },
    state === undefined ? undefined : { state: { in: state } },
    priority === undefined ? undefined : { priority },
    late === undefined ? undefined : lateness(late, isLate),
  ]
  return wanted.filter((condition) => condition !== undefined)
}

/** Not late includes what has no expected time: a plain NOT would lose it to SQL's null. */
const lateness = (
  late: boolean,
  isLate: Prisma.SupplyOrderWhereInput & { state: object },
): Prisma.SupplyOrderWhereInput => (late ? isLate : { OR: [{ NOT: isLate }, { expectedAt: null }] })
