import { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { isStopChain } from './codes-of-events.js'

interface ChangedStop {
  readonly runId: string
  readonly groupingId: string
  readonly establishmentId: string
}

/**
 * Stops as the phones saw them: arrived at the first arrival, done at the first closing. A stop
 * somebody closed otherwise (in part, skipped, failed) keeps that.
 */
export async function reprojectStops(tx: Tx, codes: readonly string[]): Promise<void> {
  const chains = codes.filter(isStopChain)
  if (chains.length === 0) return
  const changed = await tx.$queryRaw<ChangedStop[]>`
    update run_stop stop set
      arrived_at = coalesce(seen.arrived_at, stop.arrived_at),
      closed_at = coalesce(seen.closed_at, stop.closed_at),
      state = case when stop.state not in ('pending', 'arrived') then stop.state
        when seen.closed_at is not null then 'done' else 'arrived' end
    from (
      select chain.subject_id,
        min(event.occurred_at) as arrived_at,
        min(event.occurred_at) filter (where event.kind = 'closed-stop') as closed_at
      from custody_chain chain join custody_event event using (container_code)
      where chain.container_code = any (${chains}::text[]) and chain.subject_type = 'run-stop'
      group by chain.subject_id) seen
    where stop.id = seen.subject_id
    returning stop.run_id as "runId", stop.grouping_id as "groupingId",
      stop.establishment_id as "establishmentId"`
  for (const { runId, groupingId, establishmentId } of changed) {
    await announce(tx, {
      topic: 'runs',
      groupingId: GroupingId.parse(groupingId),
      establishmentId: EstablishmentId.parse(establishmentId),
      subjectId: runId,
    })
  }
}
