import { type EstablishmentId, type GroupingId, RunId, RunStopId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

export interface StopWanted {
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly purpose: 'delivery' | 'collection'
  /** The instant the goods are asked for, or the specimens are ready. */
  readonly after: Date
}

export interface NextStop {
  readonly runStopId: RunStopId
  readonly runId: RunId
  readonly plannedAt: Date
  readonly cutoffAt: Date
  readonly departsAt: Date
}

interface Row extends Omit<NextStop, 'runStopId' | 'runId'> {
  readonly runStopId: string
  readonly runId: string
}

/**
 * The next passage of a grouping's runs at an establishment. A delivery keeps to the cut-off of a run
 * that has not left, and is in time at the very instant of the cut-off. A collection needs only a stop
 * still before the van: the cut-off is for what the hub prepares.
 */
export async function nextStopFor(tx: Tx, wanted: StopWanted): Promise<NextStop | undefined> {
  const { groupingId, establishmentId, purpose, after } = wanted
  const [row] = await tx.$queryRaw<Row[]>`
    select stop.id as "runStopId", run.id as "runId", stop.planned_at as "plannedAt",
      run.cutoff_at as "cutoffAt", run.departs_at as "departsAt"
    from run_stop stop join run on run.id = stop.run_id
    where stop.grouping_id = ${groupingId}::uuid
      and stop.establishment_id = ${establishmentId}::uuid and stop.state = 'pending'
      and case when ${purpose} = 'delivery'
        then stop.delivers and run.state in ('planned', 'assigned') and run.cutoff_at >= ${after}
        else stop.collects_specimens
          and run.state in ('planned', 'assigned', 'started') and stop.planned_at >= ${after} end
    order by stop.planned_at, stop.id limit 1`
  if (row === undefined) return undefined
  return { ...row, runStopId: RunStopId.parse(row.runStopId), runId: RunId.parse(row.runId) }
}
