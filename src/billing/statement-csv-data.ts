import { centsToDecimal, microsToDecimal } from '../kernel/money.js'
import type { StatementParts } from './statement-data.js'

/** The rows of a statement's CSV: one per product, then one per shared pool; the columns are the template's. */
export function statementCsvData(parts: StatementParts) {
  const { grouping, establishment, establishmentId, month, products, computed } = parts
  const head = {
    groupingName: grouping.name,
    period: month,
    memberName: establishment.name,
    finessSite: establishment.finessEt,
    finessEntity: establishment.finessEj,
  }
  const productPool = computed.pools.find(({ pool }) => pool.source === 'products')
  return {
    rows: [
      ...products.map((product) => ({
        ...head,
        pool: productPool?.pool.label ?? '',
        account: productPool?.pool.account ?? null,
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
      })),
      ...computed.pools
        .filter(({ pool }) => pool.source !== 'products')
        .flatMap((pool) => {
          const share = pool.shares.find((own) => own.establishmentId === establishmentId)
          if (share === undefined) return []
          const line = {
            ...head,
            pool: pool.pool.label,
            account: pool.pool.account,
            keyLabel: pool.keyLabel,
          }
          return [
            {
              ...line,
              numerator: share.numerator,
              denominator: pool.denominator,
              amount: centsToDecimal(share.ownCents),
            },
            ...share.corrections.map(({ originMonth, amountCents }) => ({
              ...line,
              product: `Correction de ${originMonth}`,
              amount: centsToDecimal(amountCents),
            })),
          ]
        }),
    ],
  }
}
