import { dateColumn, firstDayOf, type YearMonth } from '../kernel/calendar.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { stopsSince } from './late-stops.js'
import type { Driver } from './vocabulary.js'

export type ByMember = ReadonlyMap<EstablishmentId, bigint>

interface DriverRow {
  readonly establishmentId: string
  readonly quantity: bigint
}

/** What each member counts for in `month`; a member that did nothing is absent. */
export async function measureDriver(
  tx: Tx,
  { groupingId, month, driver }: { groupingId: GroupingId; month: YearMonth; driver: Driver },
): Promise<ByMember> {
  if (driver === 'contractual') return new Map()
  const rows = await tx.$queryRaw<DriverRow[]>(
    sqlOf(driver, groupingId, dateColumn(firstDayOf(month))),
  )
  return new Map(
    rows.map(({ establishmentId, quantity }) => [
      EstablishmentId.parse(establishmentId),
      BigInt(quantity),
    ]),
  )
}

/**
 * Units that reached a member's own store count for it, units that came back from there count against
 * it: the places decide, so a reversed entry cancels itself whatever its reason.
 */
export const memberFlows = (groupingId: GroupingId, month: Date): Prisma.Sql =>
  flowsWhere(groupingId, Prisma.sql`m.accounting_month = ${month}::date`)

/** The same, and what happened in the month but was recorded after its closing: it counts in a later one. */
export const memberFlowsWithLate = (groupingId: GroupingId, month: Date): Prisma.Sql =>
  flowsWhere(
    groupingId,
    Prisma.sql`(m.accounting_month = ${month}::date or (m.accounting_month > ${month}::date
      and date_trunc('month', m.occurred_at at time zone (
        select time_zone from grouping where id = ${groupingId}::uuid))::date = ${month}::date))`,
  )

const flowsWhere = (groupingId: GroupingId, isConcerned: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select m.id, m.establishment_id, m.product_id, m.subject_id, m.line_id, m.occurred_at, m.unit_cost_micros,
    m.accounting_month,
    case when target.kind = 'member-store' then m.units else -m.units end::bigint as units
  from stock_movement m
  join location source on source.id = m.from_location_id
  join location target on target.id = m.to_location_id
  where m.grouping_id = ${groupingId}::uuid and ${isConcerned}
    and m.establishment_id is not null
    and ((target.kind = 'member-store' and source.kind <> 'member-store')
      or (source.kind = 'member-store' and target.kind not in ('member-store', 'consumed')))`

function sqlOf(
  driver: Exclude<Driver, 'contractual'>,
  groupingId: GroupingId,
  month: Date,
): Prisma.Sql {
  switch (driver) {
    case 'consumption':
      return overFlows(groupingId, month, Prisma.sql`sum(units * unit_cost_micros)`)
    case 'units-dispensed':
      return overFlows(groupingId, month, Prisma.sql`greatest(sum(units), 0)`)
    case 'lines-dispensed':
      return overFlows(
        groupingId,
        month,
        Prisma.sql`count(distinct line_id) filter (where units > 0)`,
      )
    case 'deliveries':
      return overFlows(
        groupingId,
        month,
        Prisma.sql`count(distinct subject_id) filter (where units > 0)`,
      )
    case 'stops':
      return Prisma.sql`
        select stop.establishment_id as "establishmentId", count(*)::bigint as quantity
        from (${stopsSince(groupingId, month)}) stop
        where stop.counted_in = ${month}::date
        group by 1`
    case 'tubes':
      return overTubes(groupingId, month, Prisma.sql`count(distinct tube.id)`)
    case 'b-letters':
      return overTubes(groupingId, month, Prisma.sql`coalesce(sum(exam.letter_b), 0)`)
    case 'hours':
    case 'kilometres':
    case 'patient-days':
      return Prisma.sql`
        select distinct on (establishment_id) establishment_id as "establishmentId", quantity
        from measured_driver
        where grouping_id = ${groupingId}::uuid and driver = ${driver} and month = ${month}::date
        order by establishment_id, recorded_at desc, id desc`
  }
}

const overFlows = (
  groupingId: GroupingId,
  month: Date,
  quantity: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  select establishment_id as "establishmentId", ${quantity}::bigint as quantity
  from (${memberFlows(groupingId, month)}) flow
  group by 1`

/** A tube counts in the month its verdict was given, once, when the laboratory kept it. */
const overTubes = (
  groupingId: GroupingId,
  month: Date,
  quantity: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  select tube.establishment_id as "establishmentId", ${quantity}::bigint as quantity
  from tube
  join grouping on grouping.id = tube.grouping_id
  join lateral (
    select at from tube_verdict where tube_id = tube.id order by at desc, id desc limit 1
  ) verdict on true
  left join tube_exam on tube_exam.tube_id = tube.id
  left join exam on exam.id = tube_exam.exam_id
  where tube.grouping_id = ${groupingId}::uuid and tube.state in ('accepted', 'accepted-with-reservation')
    and date_trunc('month', verdict.at at time zone grouping.time_zone)::date = ${month}::date
  group by 1`
