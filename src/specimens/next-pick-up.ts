import { nextStopFor } from '../courier/index.js'
import type { RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LockedShipment } from './load-shipment.js'

/** The next time a courier collects at an establishment, and when that reaches the laboratory. */
export interface PickUp {
  readonly runStopId: RunStopId
  readonly plannedAt: Date
  readonly expectedAt: Date
  readonly runName: string
  readonly position: number
}

/** The next stop that collects specimens at this establishment and is still to come. */
export async function nextPickUp(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId }: Pick<LockedShipment, 'groupingId' | 'establishmentId'>,
): Promise<PickUp | undefined> {
  const stop = await nextStopFor(tx, {
    groupingId,
    establishmentId,
    purpose: 'collection',
    after: ctx.clock(),
  })
  if (stop === undefined) return undefined
  const { runStopId, plannedAt } = stop
  const [way] = await tx.$queryRaw<Omit<PickUp, 'runStopId' | 'plannedAt'>[]>`
    select run.name as "runName", run_stop.position,
      navette_expected_at_hub(run_stop.id) as "expectedAt"
    from run_stop join run on run.id = run_stop.run_id where run_stop.id = ${runStopId}::uuid`
  return way && { ...way, runStopId, plannedAt }
}
