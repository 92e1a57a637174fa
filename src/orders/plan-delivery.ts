import { RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

/** Where an order goes next: the stop it is planned on, and when the establishment may expect it. */
export interface PlannedDelivery {
  readonly runStopId: RunStopId | null
  readonly expectedAt: Date | null
}

/**
 * The next run that delivers to this establishment and whose cut-off is not passed: an order that
 * comes too late goes to the following one. Nothing when no run is planned yet.
 */
export async function planDelivery(
  tx: Tx,
  ctx: Context,
  order: { readonly groupingId: string; readonly establishmentId: string },
): Promise<PlannedDelivery> {
  const [stop] = await tx.$queryRaw<{ id: string; plannedAt: Date }[]>`
    select run_stop.id, run_stop.planned_at as "plannedAt"
    from run_stop join run on run.id = run_stop.run_id
    where run_stop.grouping_id = ${order.groupingId}::uuid
      and run_stop.establishment_id = ${order.establishmentId}::uuid
      and run_stop.delivers and run_stop.state = 'pending'
      and run.state in ('planned', 'assigned') and run.cutoff_at > ${ctx.clock()}
    order by run_stop.planned_at, run_stop.id limit 1`
  if (stop === undefined) return { runStopId: null, expectedAt: null }
  return { runStopId: RunStopId.parse(stop.id), expectedAt: stop.plannedAt }
}
