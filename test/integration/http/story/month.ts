import {
  AllocationKeyView,
  ChargeView,
  CostPoolView,
  PeriodPage,
  PeriodView,
} from '../../../../src/billing/schema.js'
import type { Alliance } from './alliance.js'

/** Pools, keys and charges of March, as the finance controller enters them. */
export async function prepareMonth({ cast, pharmacyId, alpha, beta, hub }: Alliance) {
  const finance = cast['finance-controller']
  const pool = (code: string, label: string, source: string) =>
    finance.post('/cost-pools', CostPoolView, { groupingId: pharmacyId, code, label, source })
  const products = await pool('PRODUITS', 'Produits', 'products')
  const transport = await pool('TRANSPORT', 'Transport', 'charges')
  const premises = await pool('LOCAUX', 'Locaux', 'charges')
  const key = (poolId: string, component: Readonly<Record<string, unknown>>) =>
    finance.post('/allocation-keys', AllocationKeyView, {
      ...{ poolId, label: 'Clé 2026', fromMonth: '2026-03', components: [component] },
      decisionReference: 'AG du 12 décembre 2025',
    })
  await key(transport.id, { driver: 'stops' })
  const premisesKey = await key(premises.id, {
    driver: 'contractual',
    weights: [alpha, beta, hub].map(({ establishmentId }) => ({ establishmentId, weight: 1 })),
  })
  const charge = (poolId: string, amount: string) =>
    finance.post('/charges', ChargeView, {
      ...{ poolId, month: '2026-03', amount, label: 'Facture' },
      documentReference: 'F-2026-118',
    })
  const transportCharge = await charge(transport.id, '1000.01')
  await charge(premises.id, '100.00')
  return { poolId: products.id, keyId: premisesKey.id, chargeId: transportCharge.id }
}

/** Freezes and closes March. */
export async function closeMonth({ cast, pharmacyId }: Alliance) {
  const finance = cast['finance-controller']
  const periods = await finance.get(`/periods?groupingId=${pharmacyId}`, PeriodPage)
  const period = periods.items.find(({ month }) => month === '2026-03')
  const path = `/periods/${period?.id}`
  await finance.post(`${path}/freeze`, PeriodView)
  return finance.post(`${path}/close`, PeriodView)
}
