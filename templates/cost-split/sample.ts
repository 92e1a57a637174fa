import type { CostSplitInput } from './data.js'

/** March for five members, as the assembly reads it. */
export const costSplitSample: CostSplitInput = {
  number: 'TR-2026-03',
  groupingName: 'GCS Pharmacie de l’Ouest parisien',
  issuedAt: '2026-04-03T07:20:00Z',
  periodLabel: 'mars 2026',
  assemblyOn: '2026-04-22',
  members: [
    'Hôpital Foch',
    'La Cité des Fleurs',
    'EHPAD Solemnes',
    'EHPAD de Neuilly',
    'Fondation Santé Service (HAD)',
  ],
  pools: [
    {
      name: 'Produits de santé',
      keyLabel: 'Consommation réelle valorisée',
      decision: 'Convention, article 14',
      unit: '€',
      numerators: ['38102.44', '5120.80', '1824.91', '1702.20', '1460.00'],
      denominator: '48210.35',
      amounts: ['38102.44', '5120.80', '1824.91', '1702.20', '1460.00'],
      total: '48210.35',
    },
    {
      name: 'Dispensation',
      keyLabel: 'Lignes dispensées',
      decision: 'AG du 12/12/2025, résolution 4',
      unit: 'lignes',
      numerators: ['6120', '1430', '980', '0', '0'],
      denominator: '8530',
      amounts: ['8857.62', '2069.67', '1418.38', '0.00', '0.00'],
      total: '12345.67',
    },
    {
      name: 'Transport',
      keyLabel: 'Passages de la tournée',
      decision: 'AG du 12/12/2025, résolution 6',
      unit: 'passages',
      numerators: ['44', '44', '22', '22', '48'],
      denominator: '180',
      amounts: ['968.00', '968.00', '484.00', '484.00', '1056.00'],
      total: '3960.00',
    },
    {
      name: 'Régularisation de loyer, exercice 2025',
      keyLabel: 'Lits et places, prorata de présence',
      unit: 'lits',
      numerators: ['580', '100', '90', '110', '0'],
      denominator: '880',
      amounts: ['-659.09', '-113.64', '-102.27', '-125.00', '0.00'],
      total: '-1000.00',
    },
  ],
  memberTotals: ['47268.97', '8044.83', '3625.02', '2061.20', '2516.00'],
  total: '63516.02',
  legalMention:
    'Parts calculées au plus fort reste : la somme des parts est égale au coût de chaque poste, au centime.',
}
