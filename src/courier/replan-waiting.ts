import { recordAudit } from '../audit/index.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'

interface Replanned {
  readonly id: string
  readonly establishmentId: string
  readonly runStopId: string | null
}

/**
 * Gives a next run to everything of a grouping that waits for one: what never had a run, and what was
 * planned on a run that was given up or ended without it, or at a stop that was skipped or failed.
 * Orders keep to the cut-off; what is already prepared goes with any run that has not left. Without a
 * next run the place stays empty until one is planned; what is on the road keeps the stop it missed,
 * which says where it may be. Repeating it changes nothing.
 */
export async function replanWaiting(tx: Tx, ctx: Context, groupingId: GroupingId): Promise<void> {
  const now = ctx.clock()
  await tell(tx, ctx, groupingId, await replanOrders(tx, groupingId, now), 'order')
  await tell(tx, ctx, groupingId, await replanDeliveries(tx, groupingId, now), 'delivery')
  await tell(tx, ctx, groupingId, await replanShipments(tx, groupingId, now), 'specimen-shipment')
}

const replanOrders = (tx: Tx, groupingId: GroupingId, now: Date) =>
  tx.$queryRaw<Replanned[]>`
    with waiting as (
      select o.id, o.establishment_id, o.state in ('released', 'dispatched') as is_ready
      from supply_order o
      left join run_stop stop on stop.id = o.run_stop_id left join run on run.id = stop.run_id
      where o.grouping_id = ${groupingId}::uuid and o.kind <> 'return'
        and ((o.state in ('submitted', 'approved', 'allocated', 'picking', 'picked', 'released', 'suspended')
              and (o.run_stop_id is null or run.state in ('aborted', 'completed') or stop.state in ('skipped', 'failed')))
          or (o.state = 'dispatched' and (run.state = 'aborted' or stop.state in ('skipped', 'failed'))))
      order by o.id for update of o)
    update supply_order set run_stop_id = next.id, expected_at = next.planned_at, updated_at = ${now}
    from waiting left join lateral (
      select stop.id, stop.planned_at from run_stop stop join run on run.id = stop.run_id
      where stop.grouping_id = ${groupingId}::uuid and stop.establishment_id = waiting.establishment_id
        and stop.delivers and stop.state = 'pending' and run.state in ('planned', 'assigned')
        and case when waiting.is_ready then run.departs_at else run.cutoff_at end >= ${now}
      order by stop.planned_at, stop.id limit 1) next on true
    where supply_order.id = waiting.id and supply_order.run_stop_id is distinct from next.id
      and (next.id is not null or supply_order.state <> 'dispatched')
    returning supply_order.id, supply_order.establishment_id as "establishmentId", run_stop_id as "runStopId"`

const replanDeliveries = (tx: Tx, groupingId: GroupingId, now: Date) =>
  tx.$queryRaw<Replanned[]>`
    with waiting as (
      select d.id, d.establishment_id
      from delivery d
      left join run_stop stop on stop.id = d.run_stop_id left join run on run.id = stop.run_id
      where d.grouping_id = ${groupingId}::uuid
        and ((d.state = 'packed' and (d.run_stop_id is null or run.state in ('aborted', 'completed')))
          or (d.state in ('packed', 'dispatched') and (run.state = 'aborted' or stop.state in ('skipped', 'failed'))))
      order by d.id for update of d)
    update delivery set run_stop_id = next.id
    from waiting left join lateral (
      select stop.id from run_stop stop join run on run.id = stop.run_id
      where stop.grouping_id = ${groupingId}::uuid and stop.establishment_id = waiting.establishment_id
        and stop.delivers and stop.state = 'pending' and run.state in ('planned', 'assigned')
        and run.departs_at >= ${now}
      order by stop.planned_at, stop.id limit 1) next on true
    where delivery.id = waiting.id and delivery.run_stop_id is distinct from next.id
      and (next.id is not null or delivery.state <> 'dispatched')
    returning delivery.id, delivery.establishment_id as "establishmentId", run_stop_id as "runStopId"`

/** A run on the road still collects at the stops it has before it. */
const replanShipments = (tx: Tx, groupingId: GroupingId, now: Date) =>
  tx.$queryRaw<Replanned[]>`
    with waiting as (
      select s.id, s.establishment_id
      from specimen_shipment s
      left join run_stop stop on stop.id = s.run_stop_id left join run on run.id = stop.run_id
      where s.grouping_id = ${groupingId}::uuid and s.state = 'sealed'
        and (s.run_stop_id is null or run.state in ('aborted', 'completed') or stop.state in ('skipped', 'failed'))
      order by s.id for update of s)
    update specimen_shipment set run_stop_id = next.id
    from waiting left join lateral (
      select stop.id from run_stop stop join run on run.id = stop.run_id
      where stop.grouping_id = ${groupingId}::uuid and stop.establishment_id = waiting.establishment_id and stop.collects_specimens
        and stop.state = 'pending' and run.state in ('planned', 'assigned', 'started') and stop.planned_at >= ${now}
      order by stop.planned_at, stop.id limit 1) next on true
    where specimen_shipment.id = waiting.id and specimen_shipment.run_stop_id is distinct from next.id
    returning specimen_shipment.id, specimen_shipment.establishment_id as "establishmentId", run_stop_id as "runStopId"`

/** Says to the establishments when their orders are expected, after the hours of runs changed. */
export async function followMovedStops(
  tx: Tx,
  ctx: Context,
  runIds: readonly string[],
): Promise<void> {
  if (runIds.length === 0) return
  await tx.$executeRaw`
    update supply_order set expected_at = stop.planned_at, updated_at = ${ctx.clock()}
    from run_stop stop
    where stop.run_id = any (${runIds}::uuid[]) and supply_order.grouping_id = stop.grouping_id
      and supply_order.run_stop_id = stop.id
      and supply_order.state in ('submitted', 'approved', 'allocated', 'picking', 'picked', 'released', 'suspended', 'dispatched')
      and supply_order.expected_at is distinct from stop.planned_at`
}

const TOPICS = {
  order: 'orders',
  delivery: 'deliveries',
  'specimen-shipment': 'specimen-shipments',
} as const

async function tell(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  replanned: readonly Replanned[],
  subjectType: keyof typeof TOPICS,
): Promise<void> {
  for (const { id, establishmentId, runStopId } of replanned) {
    const scope = { groupingId, establishmentId: EstablishmentId.parse(establishmentId) }
    await recordAudit(tx, ctx, {
      ...scope,
      action: `${subjectType}.replanned`,
      subjectType,
      subjectId: id,
      details: { runStopId },
    })
    await announce(tx, { ...scope, topic: TOPICS[subjectType], subjectId: id })
  }
}
