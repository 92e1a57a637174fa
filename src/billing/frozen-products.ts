import { dateColumn, lastDayOf, type YearMonth } from '../kernel/calendar.js'
import type { PeriodId } from '../kernel/ids.js'
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

interface FrozenMonth {
  readonly periodId: PeriodId
  readonly month: YearMonth
  readonly grouping: Grouping
}

export type ProductsByMember = ReadonlyMap<string, readonly FrozenProduct[]>

/**
 * The frozen consumption of every member of a month, by denomination, with the VAT rate of the month's
 * last day. Each product is read once, however many members received it; who received none is absent.
 */
export async function frozenProducts(tx: Tx, wish: FrozenMonth): Promise<ProductsByMember> {
  const products = await productsOf(tx, wish)
  const places = new Map(products.map(({ id }, place) => [id, place]))
  const lines = await tx.$queryRaw<FrozenLine[]>`
    select establishment_id as "establishmentId", product_id as "productId", units,
      cost_micros as "costMicros"
    from period_consumption where period_id = ${wish.periodId}::uuid`
  const byMember = new Map<string, PlacedLine[]>()
  for (const line of lines) {
    const place = places.get(line.productId)
    if (place === undefined) continue
    const placed = { ...line, place }
    const others = byMember.get(line.establishmentId)
    if (others) others.push(placed)
    else byMember.set(line.establishmentId, [placed])
  }
  return new Map([...byMember].map(([member, own]) => [member, described(own, products)]))
}

interface FrozenLine {
  readonly establishmentId: string
  readonly productId: string
  readonly units: bigint
  readonly costMicros: bigint
}

type PlacedLine = FrozenLine & { readonly place: number }

type Described = Omit<FrozenProduct, 'units' | 'meanCostMicros' | 'amountCents'>

const productsOf = (tx: Tx, { periodId, month, grouping }: FrozenMonth) =>
  tx.$queryRaw<(Described & { readonly id: string })[]>`
    select product.id, product.denomination, product.inn, product.atc, product.cis,
      product.is_narcotic as "isNarcotic", product.is_blood_derived as "isBloodDerived",
      box.cip13, box.ucd13,
      case when ${grouping.vatRegime} = 'taxed' then vat.basis_points end as "vatBasisPoints"
    from product
    left join lateral (
      select cip13, ucd13 from presentation where product_id = product.id order by cip13 limit 1
    ) box on true
    left join lateral (
      select basis_points from vat_rate
      where product_id = product.id and from_on <= ${dateColumn(lastDayOf(month))}::date
      order by from_on desc limit 1
    ) vat on true
    where product.id in (select product_id from period_consumption where period_id = ${periodId}::uuid)
    order by product.denomination, product.id`

function described(lines: readonly PlacedLine[], products: readonly Described[]): FrozenProduct[] {
  const ordered = lines.toSorted((a, b) => a.place - b.place)
  const amounts = apportionToCents(ordered.map(({ costMicros }) => microEuros(costMicros)))
  return ordered.flatMap(({ place, units, costMicros }, position) => {
    const product = products[place]
    if (product === undefined) return []
    const meanCostMicros = meanCost(costMicros, units)
    return { ...product, units, meanCostMicros, amountCents: amounts[position] ?? cents(0n) }
  })
}

function meanCost(costMicros: bigint, units: bigint): MicroEuros {
  if (units === 0n) return microEuros(0n)
  const mean = units > 0n ? divideHalfUp(costMicros, units) : divideHalfUp(-costMicros, -units)
  return microEuros(mean < 0n ? 0n : mean)
}
