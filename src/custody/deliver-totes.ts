import { markDelivered } from '../deliveries/index.js'
import { DeliveryId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import type { ContainerHistory } from './load-journeys.js'
import type { CustodyState } from './project-custody.js'

type ProjectedTote = ContainerHistory & { readonly state: CustodyState }

/**
 * A delivery is handed over when the last of its totes is. One that the hub has not recorded as gone,
 * or that is suspended, waits for people: the events stay, and say what happened.
 */
export async function deliverTotes(
  tx: Tx,
  ctx: Context,
  projected: readonly ProjectedTote[],
): Promise<void> {
  const arrivals = new Map<string, Date>()
  for (const { chain, state } of projected) {
    if (chain.subjectType === 'tote' && chain.subjectId !== null && state.arrivedAt !== null) {
      arrivals.set(chain.subjectId, state.arrivedAt)
    }
  }
  if (arrivals.size === 0) return
  for (const { deliveryId, toteIds } of await completeDeliveries(tx, [...arrivals.keys()])) {
    const times = toteIds.map((toteId) => arrivals.get(toteId)?.getTime() ?? 0)
    await markDelivered(tx, ctx, DeliveryId.parse(deliveryId), { at: new Date(Math.max(...times)) })
  }
}

interface CompleteDelivery {
  readonly deliveryId: string
  readonly toteIds: readonly string[]
}

/** Deliveries on the road of which every tote is with its receiver, in the order their orders are locked. */
const completeDeliveries = (tx: Tx, toteIds: readonly string[]): Promise<CompleteDelivery[]> =>
  tx.$queryRaw<CompleteDelivery[]>`
    select delivery.id as "deliveryId", array_agg(tote.id) as "toteIds"
    from delivery
    join supply_order on supply_order.id = delivery.order_id
    join tote on tote.delivery_id = delivery.id
    left join custody_chain chain on chain.container_code = tote.code
    where delivery.state = 'dispatched' and supply_order.state = 'dispatched'
      and delivery.id in (select delivery_id from tote where id = any (${[...toteIds]}::uuid[]))
    group by delivery.id, delivery.order_id
    having bool_and(chain.holder_kind is not distinct from 'receiver')
    order by delivery.order_id`
