import { centsToDecimal, microsToDecimal } from '../kernel/money.js'
import type { ComputedPool } from './computed-month.js'
import type { StatementParts } from './statement-data.js'

/** The rows of a statement's CSV: one per product, then one per shared pool; the columns are the template's. */
export function statementCsvData(parts: StatementParts) {
  const { grouping, establishment, month, products, computed } = parts
  const head = {
    groupingName: grouping.name,
    period: month,
    memberName: establishment.name,
    finessSite: establishment.finessEt,
    finessEntity: establishment.finessEj,
  }
  const isOfProducts = ({ pool }: ComputedPool): boolean => pool.source === 'products'
  const productPool = computed.pools.find(isOfProducts)?.pool
  const shared = computed.pools.filter((pool) => !isOfProducts(pool))
  return {
    rows: [
      ...products.map((product) => productRow(product, productPool, head)),
      ...shared.flatMap((pool) => poolRows(pool, parts).map((row) => ({ ...head, ...row }))),
    ],
  }
}

/** One object at once: a large month has hundreds of thousands of these. */
const productRow = <Head extends object>(
  product: StatementParts['products'][number],
  pool: ComputedPool['pool'] | undefined,
  head: Head,
) => ({
  ...head,
  pool: pool?.label ?? '',
  account: pool?.account ?? null,
  ucd13: product.ucd13,
  cip13: product.cip13,
  cis: product.cis,
  product: product.denomination,
  inn: product.inn,
  atc: product.atc,
  unitsNet: product.units.toString(),
  meanUnitCost: microsToDecimal(product.meanCostMicros),
  amount: centsToDecimal(product.amountCents),
  narcotic: product.isNarcotic,
  bloodDerived: product.isBloodDerived,
})

/** The member's own part of a pool, then its corrections of closed months. */
function poolRows(
  { pool, keyLabel, denominator, shares }: ComputedPool,
  { establishmentId }: StatementParts,
) {
  const share = shares.find((own) => own.establishmentId === establishmentId)
  if (share === undefined) return []
  const line = { pool: pool.label, account: pool.account, keyLabel }
  const { numerator, ownCents, corrections } = share
  return [
    { ...line, numerator, denominator, amount: centsToDecimal(ownCents) },
    ...corrections.map(({ originMonth, amountCents }) => ({
      ...line,
      product: `Correction de ${originMonth}`,
      amount: centsToDecimal(amountCents),
    })),
  ]
}
