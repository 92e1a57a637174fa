import type { GroupingId, OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Database } from '../platform/db/client.js'
import { hasSqlState } from '../platform/db/sql-errors.js'
import { type Batches, inBatches } from './allocate-batches.js'
import { UNDELIVERED_STATES } from './order-view.js'
import { actionsFrom, isAllowed, nextState, ORDER_STATES, rolesFor } from './transitions.js'
import type { OrderView } from './view-schema.js'

/** Enough to share a lock and a commit among a crowd, few enough that nobody waits for the others. */
const ORDERS_PER_CALL_MAX = 32
/** One call works while the other commits. */
const CALLS_AT_ONCE_MAX = 2

const FROM = ORDER_STATES.filter((state) => actionsFrom(state).includes('allocate'))
const [TO] = FROM.map((state) => nextState(state, 'allocate'))
const ROLES = rolesFor('allocate').filter((role) =>
  FROM.every((state) => isAllowed(state, 'allocate', role)),
)
const STEP = JSON.stringify({
  from: FROM,
  to: TO,
  possibleActions: TO && actionsFrom(TO),
  canBeLate: TO && UNDELIVERED_STATES.includes(TO),
})

/** Short after all, a key taken meanwhile, or two calls in each other's way: nothing was written. */
const LEFT_ALONE = ['NV010', '23505', '40001', '40P01']

interface Ask {
  readonly ctx: Context
  readonly orderId: OrderId
  readonly groupings: readonly GroupingId[]
}

const batchesOf = new WeakMap<Database, Batches<Ask, OrderView | undefined>>()

/**
 * Allocates an order that gets every unit it asks for, in one call that orders asked for at the same
 * time share. Undefined, and nothing written, for any other order: not the caller's to allocate, in
 * another state, or short.
 */
export async function allocateWhole(
  ctx: Context,
  orderId: OrderId,
): Promise<OrderView | undefined> {
  const groupings = ctx.actor.grants
    .filter(({ role, establishmentId }) => establishmentId === undefined && ROLES.includes(role))
    .map(({ groupingId }) => groupingId)
  if (groupings.length === 0) return undefined

  let batches = batchesOf.get(ctx.db)
  if (batches === undefined) {
    batches = inBatches({
      asksMax: ORDERS_PER_CALL_MAX,
      callsMax: CALLS_AT_ONCE_MAX,
      fits: (first, next) => first.ctx.clock === next.ctx.clock && first.orderId !== next.orderId,
      call: allocate,
    })
    batchesOf.set(ctx.db, batches)
  }
  return batches({ ctx, orderId, groupings })
}

async function allocate(asks: readonly Ask[]): Promise<(place: number) => OrderView | undefined> {
  const [first] = asks
  if (first === undefined) return () => undefined
  const { db, clock } = first.ctx
  try {
    const { rows } = await db.pool.query<{ item: number; answer: unknown }>({
      name: 'orders-allocate',
      text: 'select item, answer from navette_allocate_orders($1, $2, $3)',
      values: [JSON.stringify(asks.map(asked)), STEP, clock()],
    })
    const answers = new Map(rows.map(({ item, answer }) => [item, asView(answer)]))
    return (place) => answers.get(place)
  } catch (error) {
    if (LEFT_ALONE.some((state) => hasSqlState(error, state))) return () => undefined
    throw error
  }
}

const asked = ({ ctx, orderId, groupings }: Ask, item: number) => ({
  item,
  order_id: orderId,
  groupings,
  user_id: ctx.actor.userId,
  actor_kind: ctx.actor.kind,
  actor_name: ctx.actor.displayName,
  request_id: ctx.requestId,
  key: ctx.idempotency?.key,
  fingerprint: ctx.idempotency?.fingerprint,
})

/** The one cast here: the function builds the view, and a test compares it with `orderView`. */
function asView(answer: unknown): OrderView {
  return answer as OrderView
}
