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
    const supply = query.waiting === undefined ? {} : await waitingForStock(tx, query)
    return tx.supplyOrder.findMany({
      where: { AND: [after, supply, ...conditions(query, now)] },
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

/** Approved orders of which no line finds anything available: what the hub can do nothing about now. */
async function waitingForStock(
  tx: Tx,
  { waiting, groupingId }: ListOrdersQuery,
): Promise<Prisma.SupplyOrderWhereInput> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select o.id from supply_order o
    where o.state = 'approved' and (${groupingId ?? null}::uuid is null or o.grouping_id = ${groupingId ?? null}::uuid)
      and not exists (
        select 1 from supply_order_line l
        join stock_item s on s.grouping_id = o.grouping_id and s.product_id = l.product_id and s.available_units > 0
        where l.order_id = o.id and l.in_process_units > 0)`
  const ids = rows.map(({ id }) => id)
  return { id: waiting ? { in: ids } : { notIn: ids } }
}

function conditions(query: ListOrdersQuery, now: Date): Prisma.SupplyOrderWhereInput[] {
  const { groupingId, establishmentId, state, priority, kind, late, short } = query
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
    short === undefined
      ? undefined
      : { supplyOrderLines: short ? { some: SHORT } : { none: SHORT } },
  ]
  return wanted.filter((condition) => condition !== undefined)
}

const SHORT = { backorderedUnits: { gt: 0 } } as const satisfies Prisma.SupplyOrderLineWhereInput

/** Not late includes what has no expected time: a plain NOT would lose it to SQL's null. */
const lateness = (
  late: boolean,
  isLate: Prisma.SupplyOrderWhereInput & { state: object },
): Prisma.SupplyOrderWhereInput => (late ? isLate : { OR: [{ NOT: isLate }, { expectedAt: null }] })
