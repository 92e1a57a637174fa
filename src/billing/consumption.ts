import { type YearMonth, yearMonth } from '../kernel/calendar.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import { type Cents, cents, type MicroEuros, microEuros } from '../kernel/money.js'
import type { Tx } from '../platform/db/transaction.js'
import { apportionToCents } from './apportion.js'
import { memberFlows } from './drivers.js'
import { monthColumn } from './months.js'

/** What one member consumed, by the month it happened in; late movements keep their month of origin. */
export interface MemberConsumption {
  readonly establishmentId: EstablishmentId
  readonly parts: ReadonlyArray<{
    readonly originMonth: YearMonth
    readonly costMicros: MicroEuros
    readonly amountCents: Cents
  }>
  readonly totalMicros: MicroEuros
  readonly totalCents: Cents
}

interface Row {
  readonly establishmentId: string
  readonly originMonth: string
  readonly costMicros: bigint
}

/** The month's consumption at frozen cost, per member; the parts of a member add up to its total to the cent. */
export async function loadConsumption(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<readonly MemberConsumption[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select flow.establishment_id as "establishmentId",
      to_char(flow.occurred_at at time zone grouping.time_zone, 'YYYY-MM') as "originMonth",
      sum(flow.units * flow.unit_cost_micros)::bigint as "costMicros"
    from (${memberFlows(groupingId, monthColumn(month))}) flow
    cross join (select time_zone from grouping where id = ${groupingId}::uuid) grouping
    group by 1, 2
    order by 1, 2 desc`
  const members = [...new Set(rows.map(({ establishmentId }) => establishmentId))]
  return members.map((member) =>
    consumptionOf(
      member,
      rows.filter(({ establishmentId }) => establishmentId === member),
    ),
  )
}

function consumptionOf(establishmentId: string, rows: readonly Row[]): MemberConsumption {
  const micros = rows.map(({ costMicros }) => microEuros(costMicros))
  const amounts = apportionToCents(micros)
  return {
    establishmentId: EstablishmentId.parse(establishmentId),
    parts: rows.map(({ originMonth }, position) => ({
      originMonth: yearMonth(originMonth),
      costMicros: micros[position] ?? microEuros(0n),
      amountCents: amounts[position] ?? cents(0n),
    })),
    totalMicros: microEuros(micros.reduce((sum, value) => sum + value, 0n)),
    totalCents: cents(amounts.reduce((sum, value) => sum + value, 0n)),
  }
}
