import { dateColumn, lastDayOf, type YearMonth } from '../kernel/calendar.js'
import type { EstablishmentId, PeriodId } from '../kernel/ids.js'
import { type Cents, cents, divideHalfUp, type MicroEuros, microEuros } from '../kernel/money.js'
import type { Grouping } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { apportionToCents } from './apportion.js'

/** One product of a member's month, from the frozen rows; the amounts add up to the member's consumption. */
export interface FrozenProduct {
  readonly denomination: string
  readonly inn: string
  readonly atc: string | null
  readonly cis: string | null
  readonly cip13: string | null
  readonly ucd13: string | null
  readonly isNarcotic: boolean
  readonly isBloodDerived: boolean
  readonly units: bigint
  readonly meanCostMicros: MicroEuros
  readonly amountCents: Cents
  /** Hundredths of a percent (210 = 2.10 %); null where the grouping is exempt. */
  readonly vatBasisPoints: number | null
}

type Row = Omit<FrozenProduct, 'meanCostMicros' | 'amountCents'> & { readonly costMicros: bigint }

interface MemberMonth {
  readonly periodId: PeriodId
  readonly establishmentId: EstablishmentId
  readonly month: YearMonth
  readonly grouping: Grouping
}

/** The frozen consumption of one member, by denomination, with the VAT rate of the month's last day. */
export async function frozenProducts(
  tx: Tx,
  { periodId, establishmentId, month, grouping }: MemberMonth,
): Promise<readonly FrozenProduct[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select product.denomination, product.inn, product.atc, product.cis, product.is_narcotic as "isNarcotic",
      product.is_blood_derived as "isBloodDerived", box.cip13, box.ucd13, frozen.units,
      frozen.cost_micros as "costMicros",
      case when ${grouping.vatRegime} = 'taxed' then vat.basis_points end as "vatBasisPoints"
    from period_consumption frozen
    join product on product.id = frozen.product_id
    left join lateral (
      select cip13, ucd13 from presentation where product_id = product.id order by cip13 limit 1
    ) box on true
    left join lateral (
      select basis_points from vat_rate
      where product_id = product.id and from_on <= ${dateColumn(lastDayOf(month))}::date
      order by from_on desc limit 1
    ) vat on true
    where frozen.period_id = ${periodId}::uuid and frozen.establishment_id = ${establishmentId}::uuid
    order by product.denomination, product.id`
  const amounts = apportionToCents(rows.map(({ costMicros }) => microEuros(costMicros)))
  return rows.map(({ costMicros, ...row }, position) => ({
    ...row,
    meanCostMicros: meanCost(costMicros, row.units),
    amountCents: amounts[position] ?? cents(0n),
  }))
}

function meanCost(costMicros: bigint, units: bigint): MicroEuros {
  if (units === 0n) return microEuros(0n)
  const mean = units > 0n ? divideHalfUp(costMicros, units) : divideHalfUp(-costMicros, -units)
  return microEuros(mean < 0n ? 0n : mean)
}
