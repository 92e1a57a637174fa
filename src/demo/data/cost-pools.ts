export interface KeyPart {
  /** `beds` is fixed by the convention; the others are measured. */
  readonly driver: 'beds' | 'lines-dispensed' | 'stops' | 'b-letters' | 'tubes'
  readonly weight: number
}

export interface PoolPlan {
  readonly code: string
  readonly label: string
  readonly source: 'products' | 'charges'
  readonly account: string
  /** Euros voted for a whole year: invented, of the size of what the pool costs. */
  readonly yearly: string
  /** Products are not split by a key: each member owes what it received. */
  readonly key?: { readonly label: string; readonly parts: readonly KeyPart[] }
}

export const PHARMACY_POOLS: readonly PoolPlan[] = [
  {
    code: 'PRODUITS',
    label: 'Produits de santé',
    source: 'products',
    account: '6021',
    yearly: '216000.00',
  },
  {
    code: 'DISPENSATION',
    label: 'Personnel de dispensation',
    source: 'charges',
    account: '621',
    yearly: '150000.00',
    key: { label: 'Lignes dispensées', parts: [{ driver: 'lines-dispensed', weight: 1 }] },
  },
  {
    code: 'TRANSPORT',
    label: 'Transport',
    source: 'charges',
    account: '624',
    yearly: '36000.00',
    key: { label: 'Arrêts desservis', parts: [{ driver: 'stops', weight: 1 }] },
  },
  {
    code: 'STRUCTURE',
    label: 'Structure et système d’information',
    source: 'charges',
    account: '613',
    yearly: '58450.00',
    key: {
      label: '70 % lits et places, 30 % lignes dispensées',
      parts: [
        { driver: 'beds', weight: 7 },
        { driver: 'lines-dispensed', weight: 3 },
      ],
    },
  },
]

export const LABORATORY_POOLS: readonly PoolPlan[] = [
  {
    code: 'TECHNIQUE',
    label: 'Plateau technique',
    source: 'charges',
    account: '606',
    yearly: '218000.00',
    key: { label: 'B produits', parts: [{ driver: 'b-letters', weight: 1 }] },
  },
  {
    code: 'TRANSPORT',
    label: 'Transport des échantillons',
    source: 'charges',
    account: '624',
    yearly: '27000.00',
    key: { label: 'Tubes transportés', parts: [{ driver: 'tubes', weight: 1 }] },
  },
  {
    code: 'QUALITE',
    label: 'Qualité et accréditation',
    source: 'charges',
    account: '628',
    yearly: '18000.00',
    key: { label: 'Lits et places', parts: [{ driver: 'beds', weight: 1 }] },
  },
]
