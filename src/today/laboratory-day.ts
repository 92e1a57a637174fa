import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { LaboratoryDay } from './schema.js'

/** The counts of a laboratory's reception, in one statement. */
export async function laboratoryDay(
  tx: Tx,
  ctx: Context,
  groupingIds: readonly GroupingId[],
): Promise<LaboratoryDay> {
  const now = ctx.clock()
  const [row] = await tx.$queryRaw<unknown[]>`
    with open as (
      select state, deadline_at from specimen_shipment
      where grouping_id = any (${groupingIds}::uuid[]) and state in ('sealed', 'in-transit', 'delivered', 'receiving'))
    select count(*) filter (where state in ('sealed', 'in-transit'))::int as expected,
      count(*) filter (where state = 'delivered')::int as arrived,
      count(*) filter (where state = 'receiving')::int as receiving,
      count(*) filter (where state <> 'receiving' and deadline_at < ${now})::int as overdue,
      (select count(*) from deadline_alarm
        where grouping_id = any (${groupingIds}::uuid[]) and acknowledged_at is null)::int as "openAlarms"
    from open`
  return LaboratoryDay.parse(row)
}
