import { RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

/** The next time a courier collects at an establishment, and when that reaches the laboratory. */
export interface PickUp {
  readonly runStopId: RunStopId
  readonly plannedAt: Date
  readonly expectedAt: Date
  readonly runName: string
  readonly position: number
}

/**
 * The next stop that collects specimens at this establishment and is still to come. A run on its way
 * counts: its cut-off is for what the hub prepares, not for what waits at a member.
 */
export async function nextPickUp(
  tx: Tx,
  ctx: Context,
  shipment: { readonly groupingId: string; readonly establishmentId: string },
): Promise<PickUp | undefined> {
  const [stop] = await tx.$queryRaw<(Omit<PickUp, 'runStopId'> & { id: string })[]>`
    select run_stop.id, run_stop.planned_at as "plannedAt", run_stop.position,
      run.name as "runName", navette_expected_at_hub(run_stop.id) as "expectedAt"
    from run_stop join run on run.id = run_stop.run_id
    where run_stop.grouping_id = ${shipment.groupingId}::uuid
      and run_stop.establishment_id = ${shipment.establishmentId}::uuid
      and run_stop.collects_specimens and run_stop.state = 'pending'
      and run.state in ('planned', 'assigned', 'started') and run_stop.planned_at > ${ctx.clock()}
    order by run_stop.planned_at, run_stop.id limit 1`
  return stop && { ...stop, runStopId: RunStopId.parse(stop.id) }
}
