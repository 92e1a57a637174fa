import type { GroupingId } from '../kernel/ids.js'
import { Prisma } from '../platform/db/generated/client.js'

/**
 * Stops of a grouping with the month each counts in, as `counted_in`: that of its service day, or the
 * first one not closed when a telephone without network told of it later. Telephones keep a round for
 * days: three months back are looked at, so that a month does not read a whole history.
 */
export const stopsSince = (groupingId: GroupingId, month: Date): Prisma.Sql => Prisma.sql`
  select stop.id, stop.establishment_id, stop.delivery_point_id, stop.run_id, stop.closed_at,
    stop.planned_at, date_trunc('month', run.service_on)::date as served_in,
    greatest(date_trunc('month', run.service_on)::date, (
      select (max(period.month) + interval '1 month')::date from period
      where period.grouping_id = stop.grouping_id and period.state = 'closed'
        and period.closed_at < coalesce((
          select min(event.received_at) from custody_event event
          where event.container_code = 'stop:' || stop.id::text and event.kind = 'closed-stop'
        ), stop.closed_at)
    )) as counted_in
  from run_stop stop
  join run on run.id = stop.run_id
  where stop.grouping_id = ${groupingId}::uuid and stop.state in ('done', 'partial')
    and run.service_on >= ${month}::date - interval '3 months'
    and run.service_on < ${month}::date + interval '1 month'`
