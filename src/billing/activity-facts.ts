import { dateColumn, firstDayOf, type YearMonth } from '../kernel/calendar.js'
import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import { Prisma } from '../platform/db/generated/client.js'
import { memberFlowsWithLate } from './drivers.js'
import { stopsSince } from './late-stops.js'
import type { Driver } from './vocabulary.js'

interface FactsWish {
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly month: YearMonth
  readonly driver: Driver
}

/**
 * The rows a driver counts for one member, each with what it adds; `null` where the key itself says the
 * weight. What happened in the month but counts in a later one is there too, and adds nothing.
 */
export function factsOf({ driver, ...wish }: FactsWish): Prisma.Sql | null {
  const month = dateColumn(firstDayOf(wish.month))
  const at = { ...wish, month }
  switch (driver) {
    case 'consumption':
      return movements(at, Prisma.sql`flow.units * flow.unit_cost_micros * 0.000001`)
    case 'units-dispensed':
      return movements(at, Prisma.sql`flow.units`)
    case 'lines-dispensed':
      return movements(at, firstOf(Prisma.sql`flow.line_id`))
    case 'deliveries':
      return movements(at, firstOf(Prisma.sql`flow.subject_id`))
    case 'stops':
      return stops(at)
    case 'tubes':
      return tubes(at, Prisma.sql`1`)
    case 'b-letters':
      return tubes(
        at,
        Prisma.sql`(select coalesce(sum(exam.letter_b), 0) from tube_exam
          join exam on exam.id = tube_exam.exam_id where tube_exam.tube_id = tube.id)`,
      )
    case 'hours':
    case 'kilometres':
    case 'patient-days':
      return records(at, driver)
    case 'contractual':
      return null
  }
}

interface At {
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly month: Date
}

/** A line or a delivery counts once: with its first movement, the others add nothing. */
const firstOf = (what: Prisma.Sql): Prisma.Sql => Prisma.sql`
  case when flow.units > 0 and row_number() over (
    partition by ${what}, flow.units > 0, flow.accounting_month order by flow.id) = 1 then 1 else 0 end`

const movements = ({ groupingId, establishmentId, month }: At, counts: Prisma.Sql) => Prisma.sql`
  select flow.id::text as id, 'movement' as kind, flow.occurred_at as at,
    product.denomination as label,
    coalesce(delivery.note_number, supply_order.number) as reference,
    supply_order.id::text as "subjectId", 'order' as "subjectType",
    lot.id::text as "lotId", lot.lot_number as "lotNumber", flow.units::int as units,
    flow.unit_cost_micros as "unitCostMicros", person.display_name as who,
    flow.accounting_month as "countsIn",
    (case when flow.accounting_month = ${month}::date then ${counts} else 0 end)::text as counts
  from (${memberFlowsWithLate(groupingId, month)}) flow
  join stock_movement m on m.id = flow.id
  join lot on lot.id = m.lot_id
  join product on product.id = flow.product_id
  left join supply_order_line line on line.id = flow.line_id
  left join supply_order on supply_order.id = line.order_id
  left join delivery on delivery.id = flow.subject_id
  left join app_user person on person.id = m.actor_id
  where flow.establishment_id = ${establishmentId}::uuid`

/** A late stop of an earlier month is listed where it counts, one of this month also where it happened. */
const stops = ({ groupingId, establishmentId, month }: At) => Prisma.sql`
  select stop.id::text as id, 'stop' as kind, coalesce(stop.closed_at, stop.planned_at) as at,
    place.name as label, run.number as reference, run.id::text as "subjectId", 'run' as "subjectType",
    null::text as "lotId", null::text as "lotNumber", null::int as units,
    null::bigint as "unitCostMicros", person.display_name as who, stop.counted_in as "countsIn",
    (case when stop.counted_in = ${month}::date then 1 else 0 end)::text as counts
  from (${stopsSince(groupingId, month)}) stop
  join run on run.id = stop.run_id
  join delivery_point place on place.id = stop.delivery_point_id
  left join app_user person on person.id = run.courier_id
  where stop.establishment_id = ${establishmentId}::uuid
    and ${month}::date in (stop.served_in, stop.counted_in)`

const tubes = ({ groupingId, establishmentId, month }: At, counts: Prisma.Sql) => Prisma.sql`
  select tube.id::text as id, 'tube' as kind, verdict.at, tube.code as label,
    shipment.number as reference, shipment.id::text as "subjectId",
    'specimen-shipment' as "subjectType", null::text as "lotId", null::text as "lotNumber",
    null::int as units, null::bigint as "unitCostMicros", person.display_name as who,
    ${month}::date as "countsIn", (${counts})::text as counts
  from tube
  join specimen_shipment shipment on shipment.id = tube.shipment_id
  join grouping on grouping.id = tube.grouping_id
  join lateral (
    select at, actor_id from tube_verdict where tube_id = tube.id order by at desc, id desc limit 1
  ) verdict on true
  left join app_user person on person.id = verdict.actor_id
  where tube.grouping_id = ${groupingId}::uuid and tube.establishment_id = ${establishmentId}::uuid
    and tube.state in ('accepted', 'accepted-with-reservation')
    and date_trunc('month', verdict.at at time zone grouping.time_zone)::date = ${month}::date`

/** Every record stays readable; only the latest counts. */
const records = ({ groupingId, establishmentId, month }: At, driver: Driver) => Prisma.sql`
  select measure.id::text as id, 'record' as kind, measure.recorded_at as at,
    measure.source as label, null::text as reference, null::text as "subjectId",
    null::text as "subjectType", null::text as "lotId", null::text as "lotNumber",
    null::int as units, null::bigint as "unitCostMicros", person.display_name as who,
    ${month}::date as "countsIn",
    (case when row_number() over (order by measure.recorded_at desc, measure.id desc) = 1
      then measure.quantity else 0 end)::text as counts
  from measured_driver measure
  left join app_user person on person.id = measure.recorded_by_id
  where measure.grouping_id = ${groupingId}::uuid and measure.driver = ${driver}
    and measure.month = ${month}::date and measure.establishment_id = ${establishmentId}::uuid`
