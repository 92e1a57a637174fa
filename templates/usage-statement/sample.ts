import type { UsageStatementInput } from './data.js'

type Line = UsageStatementInput['consumption']['lines'][number]

const line = (
  product: string,
  code: string,
  units: number,
  cost: string,
  amount: string,
): Line => ({
  product,
  code,
  units,
  meanUnitCost: cost,
  amount,
})

/** March of a nursing home: shares from the worked example of the convention. */
export const usageStatementSample: UsageStatementInput = {
  number: 'RC-2026-03-007',
  groupingName: 'GCS Pharmacie de l’Ouest parisien',
  issuedAt: '2026-04-03T07:15:00Z',
  member: {
    name: 'EHPAD Solemnes',
    finess: '990000121',
    address: ['12 rue de l’Œillet', '92400 Courbevoie'],
  },
  period: '2026-03',
  disputeDeadline: '2026-04-10',
  total: '4628.78',
  previous: { period: '2026-02', total: '4812.40' },
  pools: [
    {
      name: 'Produits de santé',
      keyLabel: 'Consommation réelle valorisée au coût moyen pondéré',
      numerator: '1824.91',
      denominator: '48210.35',
      unit: '€',
      poolTotal: '48210.35',
      amount: '1824.91',
    },
    {
      name: 'Dispensation',
      keyLabel: 'Lignes dispensées',
      numerator: '980',
      denominator: '8530',
      unit: 'lignes',
      poolTotal: '12345.67',
      amount: '1418.38',
    },
    {
      name: 'Pharmacie clinique',
      keyLabel: 'Heures de pharmacien',
      numerator: '14.5',
      denominator: '182',
      unit: 'heures',
      poolTotal: '9100.00',
      amount: '725.00',
    },
    {
      name: 'Transport',
      keyLabel: 'Passages de la tournée',
      numerator: '22',
      denominator: '180',
      unit: 'passages',
      poolTotal: '3960.00',
      amount: '484.00',
    },
    {
      name: 'Structure',
      keyLabel: 'Lits et places, forfait de la convention',
      numerator: '90',
      denominator: '770',
      unit: 'lits',
      poolTotal: '2113.20',
      amount: '246.99',
    },
  ],
  corrections: [
    {
      originPeriod: '2026-02',
      originDocument: 'BL-2026-00371',
      reason: 'Retour de 12 stylos LANTUS acceptés en réserve, crédités au coût de sortie',
      amount: '-94.20',
    },
    {
      originPeriod: '2026-01',
      originDocument: 'RC-2026-01-007',
      reason: 'Deux passages de tournée comptés en trop puis un oublié, contestation n° 4',
      amount: '23.70',
    },
  ],
  vatLines: [],
  consumption: {
    lines: [
      line('ACTISKENAN 10 mg, gélule', '3400892083926', 84, '0.212500', '17.85'),
      line('AMLODIPINE ARROW 5 mg, gélule', '3400937831031', 620, '0.041200', '25.54'),
      line(
        'AMOXICILLINE PANPHARMA 1 g, poudre pour solution injectable',
        '3400956035885',
        48,
        '1.184000',
        '56.83',
      ),
      line('ATORVASTATINE BIOGARAN 20 mg, comprimé', '3400930183052', 540, '0.083300', '44.98'),
      line(
        'BISOPROLOL ACCORD HEALTHCARE 2,5 mg, comprimé',
        '3400922296753',
        480,
        '0.056000',
        '26.88',
      ),
      line('ELIQUIS 2,5 mg, comprimé', '3400941945441', 360, '0.894000', '321.84'),
      line(
        'ENOXAPARINE ARROW 4 000 UI (40 mg)/0,4 mL, seringue préremplie',
        '3400930199725',
        120,
        '2.640000',
        '316.80',
      ),
      line('FUROSEMIDE ARROW 40 mg, comprimé', '3400936476769', 510, '0.048900', '24.94'),
      line(
        'KARDEGIC 75 mg, poudre pour solution buvable en sachet',
        '3400934744198',
        690,
        '0.061000',
        '42.09',
      ),
      line(
        'LANTUS SOLOSTAR 100 unités/mL, stylo prérempli',
        '3400937722988',
        38,
        '7.850000',
        '298.30',
      ),
      line('LEVOTHYROX 100 µg, comprimé', '3400930065891', 420, '0.078500', '32.97'),
      line('MACROGOL 4000 ARROW 10 g, sachet', '3400930174968', 1180, '0.118000', '139.24'),
      line('OXAZEPAM ARROW 10 mg, comprimé', '3400930294093', 300, '0.034000', '10.20'),
      line('PARACETAMOL ARROW 1 g, comprimé', '3400936381575', 4812, '0.031250', '150.38'),
      line('SERTRALINE ARROW LAB 50 mg, gélule', '3400930088951', 450, '0.104000', '46.80'),
      line('VIALEBEX 200 g/L, solution pour perfusion', '3400956450787', 6, '44.878333', '269.27'),
    ],
    total: '1824.91',
  },
  legalMention:
    'Prestations de services rendues aux membres du groupement, exonérées de TVA (article 261 B du code général des impôts). Montants remboursés à l’exact de la part de chaque membre dans les dépenses communes.',
}
