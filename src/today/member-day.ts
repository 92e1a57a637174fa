import { dateColumn, dayOf } from '../kernel/calendar.js'
import type { Context } from '../platform/context.js'
import { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { Memberships } from './memberships.js'
import { MemberDay } from './schema.js'

/** What waits at an establishment, over the groupings it orders from and sends tubes to: one statement. */
export async function memberDay(
  tx: Tx,
  ctx: Context,
  { groupingIds, establishmentIds }: Memberships,
): Promise<MemberDay> {
  const now = ctx.clock()
  const today = dateColumn(dayOf(now))
  const isOurs = Prisma.sql`(grouping_id, establishment_id) in (
    select * from unnest(${groupingIds}::uuid[], ${establishmentIds}::uuid[]))`
  const [row] = await tx.$queryRaw<{ day: unknown }[]>`
    with ours as (
      select state, expected_at from supply_order
      where ${isOurs} and state not in ('closed', 'cancelled', 'rejected')),
    coming as (select state from delivery where ${isOurs} and state in ('dispatched', 'delivered')),
    tubes as (select state from specimen_shipment where ${isOurs} and state in ('draft', 'sealed', 'in-transit'))
    select jsonb_build_object(
      'orders', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) n from ours group by state) s),
      'lateOrders', (select count(*) from ours where expected_at < ${now} and state not in ('draft', 'delivered', 'received')),
      'deliveriesToReceive', (select count(*) from coming where state = 'delivered'),
      'deliveriesOnTheWay', (select count(*) from coming where state = 'dispatched'),
      'openDiscrepancies', (select count(*) from discrepancy where ${isOurs} and state = 'open'),
      'shipmentDrafts', (select count(*) from tubes where state = 'draft'),
      'shipmentsOnTheWay', (select count(*) from tubes where state <> 'draft'),
      'statementsToRead', (select count(*) from statement
        where ${isOurs} and state = 'issued' and dispute_until >= ${today})
    ) as day`
  return MemberDay.parse(row?.day)
}
