import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

const RUNS_MAX = 6
/** A run that has not left an hour after its time is still looked at. */
const GRACE_MS = 3_600_000

interface Row {
  id: string
  number: string
  name: string
  departs_at: Date
  cutoff_at: Date
  state: string
  orders: Record<string, number>
  urgent: number
}

/** The next runs to leave, with the orders that are to go with them, by state. */
export async function nextRuns(
  tx: Tx,
  ctx: Context,
  groupingIds: readonly GroupingId[],
): Promise<unknown[]> {
  const from = new Date(ctx.clock().getTime() - GRACE_MS)
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.number, r.name, r.departs_at, r.cutoff_at, r.state,
      coalesce(w.orders, '{}') as orders, coalesce(w.urgent, 0)::int as urgent
    from (select * from run where grouping_id = any (${groupingIds}::uuid[])
        and state in ('planned', 'assigned') and departs_at >= ${from}
        order by departs_at, id limit ${RUNS_MAX}) r
    left join lateral (
      select jsonb_object_agg(s.state, s.n) as orders, sum(s.urgent) as urgent from (
        select o.state, count(*) as n, count(*) filter (where o.priority = 'urgent') as urgent
        from run_stop p join supply_order o on o.run_stop_id = p.id
        where p.run_id = r.id and o.state not in ('draft', 'closed', 'cancelled', 'rejected')
        group by o.state) s) w on true
    order by r.departs_at, r.id`
  return rows.map(({ departs_at, cutoff_at, urgent, ...run }) => ({
    ...run,
    departsAt: departs_at.toISOString(),
    cutoffAt: cutoff_at.toISOString(),
    urgentOrders: urgent,
  }))
}
