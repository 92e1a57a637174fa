import { arriveAtStop, closeStop } from '../courier/index.js'
import { RunStopId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { isStopChain } from './codes-of-events.js'

interface SeenStop {
  readonly id: string
  readonly state: string
  readonly arrivedAt: Date
  readonly closedAt: Date | null
}

/**
 * Stops as the phones saw them: arrived at the first arrival, done at the first closing. A stop
 * somebody closed otherwise (in part, skipped, failed) keeps that.
 */
export async function reprojectStops(
  tx: Tx,
  ctx: Context,
  codes: readonly string[],
): Promise<void> {
  const chains = codes.filter(isStopChain)
  if (chains.length === 0) return
  for (const { id, state, arrivedAt, closedAt } of await seenStops(tx, chains)) {
    if (state !== 'pending' && state !== 'arrived') continue
    const runStopId = RunStopId.parse(id)
    await arriveAtStop(tx, ctx, { runStopId, at: arrivedAt })
    if (closedAt !== null) await closeStop(tx, ctx, { runStopId, outcome: 'done', at: closedAt })
  }
  await correctTimes(tx, chains)
}

const seenStops = (tx: Tx, chains: readonly string[]): Promise<SeenStop[]> =>
  tx.$queryRaw<SeenStop[]>`
    select stop.id, stop.state, min(event.occurred_at) as "arrivedAt",
      min(event.occurred_at) filter (where event.kind = 'closed-stop') as "closedAt"
    from custody_chain chain
    join custody_event event using (container_code)
    join run_stop stop on stop.id = chain.subject_id
    where chain.container_code = any (${[...chains]}::text[]) and chain.subject_type = 'run-stop'
    group by stop.id order by stop.id`

/** An arrival that a phone tells after its closing, or a second one, still gives the first hour. */
async function correctTimes(tx: Tx, chains: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update run_stop stop set arrived_at = seen.arrived_at,
      closed_at = coalesce(seen.closed_at, stop.closed_at)
    from (
      select chain.subject_id, min(event.occurred_at) as arrived_at,
        min(event.occurred_at) filter (where event.kind = 'closed-stop') as closed_at
      from custody_chain chain join custody_event event using (container_code)
      where chain.container_code = any (${[...chains]}::text[]) and chain.subject_type = 'run-stop'
      group by chain.subject_id) seen
    where stop.id = seen.subject_id and stop.state in ('arrived', 'done', 'partial')`
}
