import { frAmount, frCode13, frInteger, frUnitCost } from '../../src/kernel/format-fr.js'
import type { Flow } from '../kit/page.js'
import { table } from '../kit/table.js'
import type { Consumption, UsageStatement } from './data.js'

/** What was consumed, at the mean cost frozen when it left. */
export function consumptionTable(
  flow: Flow,
  { lines, total }: UsageStatement['consumption'],
): void {
  if (lines.length === 0) return
  table<Consumption>(
    flow,
    [
      { header: 'Produit', cell: ({ product }) => product },
      { header: 'Code UCD ou CIP', width: 36, cell: ({ code }) => frCode13(code) },
      { header: 'Unités', width: 18, align: 'right', cell: ({ units }) => frInteger(units) },
      {
        header: 'Coût moyen unitaire (€)',
        width: 34,
        align: 'right',
        cell: ({ meanUnitCost }) => frUnitCost(meanUnitCost),
      },
      { header: 'Montant (€)', width: 25, align: 'right', cell: ({ amount }) => frAmount(amount) },
    ],
    lines,
    {
      title: 'Consommation de produits',
      total: ['Total des produits', '', '', '', frAmount(total)],
    },
  )
}
