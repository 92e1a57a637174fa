import type { OrderId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { afterInCutoffOrder } from './after-cursor.js'
import { orderSummary, orderView, SUMMARY_PARTS, UNDELIVERED_STATES } from './order-view.js'
import type { ListOrdersQuery } from './schema.js'
import type { OrderPage, OrderView } from './view-schema.js'

/** The orders the caller may see, newest first or in the order in which they must be ready. */
export async function listOrders(ctx: Context, query: ListOrdersQuery): Promise<OrderPage> {
  const now = ctx.clock()
  const { sort, cursor, limit } = query
  const rows = await inReadTransaction(ctx, async (tx) => {
    const after = cursor === undefined ? {} : await AFTER[sort](tx, cursor)
    return tx.supplyOrder.findMany({
      where: { AND: [after, ...conditions(query, now)] },
      include: SUMMARY_PARTS,
      orderBy: [...ORDERS[sort]],
      take: limit + 1,
    })
  })
  return toPage(
    rows.map((row) => orderSummary(row, now)),
    limit,
  )
}

// `urgent` sorts after `normal`; what has no run yet comes last.
const ORDERS = {
  newest: [{ id: 'desc' }],
  cutoff: [{ priority: 'desc' }, { runStop: { run: { cutoffAt: 'asc' } } }, { id: 'asc' }],
} as const satisfies Record<
  ListOrdersQuery['sort'],
  readonly Prisma.SupplyOrderOrderByWithRelationInput[]
>

const AFTER = {
  newest: async (_: Tx, cursor: string) => ({ id: { lt: cursor } }),
  cutoff: afterInCutoffOrder,
} as const

/** @throws DomainError `not-found` */
export const getOrder = (ctx: Context, orderId: OrderId): Promise<OrderView> =>
  inReadTransaction(ctx, (tx) => orderView(tx, ctx, orderId))

function conditions(query: ListOrdersQuery, now: Date): Prisma.SupplyOrderWhereInput[] {
  const { groupingId, establishmentId, state, priority, kind, late } = query
  const isLate = {
    expectedAt: { lt: now },
    state: { in: [...UNDELIVERED_STATES] },
  } satisfies Prisma.SupplyOrderWhereInput
  const wanted: (Prisma.SupplyOrderWhereInput | undefined)[] = [
    groupingId === undefined ? undefined : { groupingId },
    establishmentId === undefined ? undefined : { establishmentId },
    state === undefined ? undefined : { state: { in: state } },
    priority === undefined ? undefined : { priority },
    kind === undefined ? undefined : { kind },
    late === undefined ? undefined : lateness(late, isLate),
  ]
  return wanted.filter((condition) => condition !== undefined)
}

/** Not late includes what has no expected time: a plain NOT would lose it to SQL's null. */
const lateness = (
  late: boolean,
  isLate: Prisma.SupplyOrderWhereInput & { state: object },
): Prisma.SupplyOrderWhereInput => (late ? isLate : { OR: [{ NOT: isLate }, { expectedAt: null }] })
