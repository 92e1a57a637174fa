import type { IssuedHead } from '../documents/index.js'
import type { CalendarDate, YearMonth } from '../kernel/calendar.js'
import type { EstablishmentId } from '../kernel/ids.js'
import {
  type Cents,
  cents,
  centsToDecimal,
  divideHalfUp,
  microsToDecimal,
} from '../kernel/money.js'
import type { Establishment, Grouping } from '../platform/db/generated/client.js'
import type { ComputedMonth, ComputedPool } from './computed-month.js'
import type { FrozenProduct } from './frozen-products.js'
import { memberTotal } from './month-view.js'
import { fromMonthColumn } from './months.js'

export interface StatementParts {
  readonly grouping: Grouping
  readonly establishment: Establishment
  readonly establishmentId: EstablishmentId
  readonly month: YearMonth
  readonly computed: ComputedMonth
  readonly products: readonly FrozenProduct[]
  readonly disputeUntil: CalendarDate
  readonly previous: { readonly month: Date; readonly totalCents: bigint } | undefined
}

interface VatLine {
  readonly rate: string
  readonly base: Cents
  readonly amount: Cents
}

/** What the member owes: its shares, and VAT on the products where the grouping is taxed. */
export const statementTotal = (parts: StatementParts): Cents =>
  cents(
    vatLines(parts.products).reduce(
      (sum, { amount }) => sum + amount,
      memberTotal(parts.computed, parts.establishmentId) + 0n,
    ),
  )

/** Everything a statement prints, resolved and frozen. */
export function statementData(parts: StatementParts, { number, issuedAt }: IssuedHead) {
  const { grouping, month, disputeUntil, previous, products, computed, establishmentId } = parts
  return {
    number: number ?? '',
    groupingName: grouping.name,
    issuedAt: issuedAt.toISOString(),
    timeZone: grouping.timeZone,
    member: placeOf(parts.establishment),
    period: month,
    disputeDeadline: disputeUntil,
    total: centsToDecimal(statementTotal(parts)),
    ...(previous && {
      previous: {
        period: fromMonthColumn(previous.month),
        total: centsToDecimal(cents(previous.totalCents)),
      },
    }),
    pools: computed.pools.map((pool) => poolLine(pool, establishmentId)),
    corrections: computed.pools.flatMap((pool) => correctionLines(pool, establishmentId)),
    vatLines: vatLines(products).map(({ rate, base, amount }) => ({
      rate,
      base: centsToDecimal(base),
      amount: centsToDecimal(amount),
    })),
    consumption: {
      lines: products.map((product) => ({
        product: product.denomination,
        code: product.ucd13 ?? product.cip13 ?? product.cis ?? '-',
        units: Number(product.units),
        meanUnitCost: microsToDecimal(product.meanCostMicros),
        amount: centsToDecimal(product.amountCents),
      })),
      total: centsToDecimal(sumCents(products.map(({ amountCents }) => amountCents))),
    },
    legalMention: grouping.legalMention,
  }
}

const sumCents = (amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce((sum, amount) => sum + amount, 0n))

export const placeOf = ({ name, finessEt, addressLine, postalCode, town }: Establishment) => ({
  name,
  ...(finessEt !== null && { finess: finessEt }),
  address: [addressLine, `${postalCode} ${town}`],
})

const shareOf = ({ shares }: ComputedPool, establishmentId: EstablishmentId) =>
  shares.find((share) => share.establishmentId === establishmentId)

const poolLine = (pool: ComputedPool, establishmentId: EstablishmentId) => ({
  name: pool.pool.label,
  keyLabel: pool.keyLabel,
  numerator: shareOf(pool, establishmentId)?.numerator ?? '0',
  denominator: pool.denominator,
  unit: pool.unit,
  poolTotal: centsToDecimal(pool.ownCents),
  amount: centsToDecimal(shareOf(pool, establishmentId)?.ownCents ?? cents(0n)),
})

const correctionLines = (pool: ComputedPool, establishmentId: EstablishmentId) =>
  (shareOf(pool, establishmentId)?.corrections ?? []).map(({ originMonth, amountCents }) => ({
    originPeriod: originMonth,
    originDocument: pool.pool.code,
    reason: pool.pool.label,
    amount: centsToDecimal(amountCents),
  }))

/** VAT by rate on the sum of the lines (CGI art. 269; rounding half up on each rate's base). */
function vatLines(products: readonly FrozenProduct[]): readonly VatLine[] {
  const bases = new Map<number, bigint>()
  for (const { vatBasisPoints, amountCents } of products) {
    if (vatBasisPoints === null) continue
    bases.set(vatBasisPoints, (bases.get(vatBasisPoints) ?? 0n) + amountCents)
  }
  return [...bases]
    .toSorted(([a], [b]) => a - b)
    .map(([basisPoints, base]) => ({
      rate: percent(basisPoints),
      base: cents(base),
      amount: cents(divideHalfUp(base * BigInt(basisPoints), 10_000n)),
    }))
}

/** 210 → `"2.10"`. */
const percent = (basisPoints: number): string =>
  `${Math.trunc(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`
