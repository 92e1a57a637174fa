/**
 * The demo alliance. Names, towns, addresses, coordinates and the FINESS numbers marked `finess` are
 * public facts (FINESS, 2020 extract); bed counts, units, dates of membership and every `fictitious` number
 * are invented for the demonstration and shown as such.
 */

export interface DemoUnit {
  readonly code: string
  readonly name: string
}

export interface DemoEstablishment {
  readonly key: EstablishmentKey
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly finessEt: string
  readonly finessEj?: string
  readonly isFictitious: boolean
  readonly addressLine: string
  readonly postalCode: string
  readonly town: string
  readonly latitude: number
  readonly longitude: number
  readonly phone: string
  readonly beds: number
  readonly units: readonly DemoUnit[]
  readonly dock: string
}

export type EstablishmentKey =
  | 'foch'
  | 'fleurs'
  | 'solemnes'
  | 'neuilly'
  | 'hfb'
  | 'mgen'
  | 'gouin'
  | 'lac'

export const ESTABLISHMENTS: readonly DemoEstablishment[] = [
  {
    key: 'foch',
    name: 'Hôpital Foch',
    shortName: 'Foch',
    kind: 'MCO',
    finessEt: '920000650',
    finessEj: '920150059',
    isFictitious: false,
    addressLine: '40 rue Worth',
    postalCode: '92150',
    town: 'Suresnes',
    latitude: 48.87121,
    longitude: 2.22125,
    phone: '01 99 00 10 00',
    beds: 580,
    units: [
      { code: '1201', name: 'Réanimation polyvalente' },
      { code: '1310', name: 'Chirurgie digestive' },
      { code: '1425', name: 'Pneumologie' },
    ],
    dock: 'Quai logistique A',
  },
  {
    key: 'fleurs',
    name: 'La Cité des Fleurs',
    shortName: 'Cité des Fleurs',
    kind: 'SMR',
    finessEt: '920150075',
    isFictitious: false,
    addressLine: '1 rue de Dieppe',
    postalCode: '92400',
    town: 'Courbevoie',
    latitude: 48.89988,
    longitude: 2.23872,
    phone: '01 99 00 20 00',
    beds: 100,
    units: [
      { code: '2101', name: 'SMR gériatrique' },
      { code: '2102', name: 'Soins palliatifs' },
    ],
    dock: 'Quai B',
  },
  {
    key: 'solemnes',
    name: 'EHPAD Solemnes',
    shortName: 'Solemnes',
    kind: 'EHPAD',
    finessEt: '990000010',
    isFictitious: true,
    addressLine: '12 rue de la Démonstration',
    postalCode: '92400',
    town: 'Courbevoie',
    latitude: 48.8972,
    longitude: 2.2561,
    phone: '01 99 00 30 00',
    beds: 90,
    units: [
      { code: '3101', name: 'Unité Mimosas' },
      { code: '3102', name: 'Unité Glycines' },
    ],
    dock: 'Entrée de service',
  },
  {
    key: 'neuilly',
    name: 'EHPAD de Neuilly',
    shortName: 'Neuilly',
    kind: 'EHPAD',
    finessEt: '990000028',
    isFictitious: true,
    addressLine: '8 avenue de la Démonstration',
    postalCode: '92200',
    town: 'Neuilly-sur-Seine',
    latitude: 48.8846,
    longitude: 2.2697,
    phone: '01 99 00 40 00',
    beds: 110,
    units: [{ code: '4101', name: 'Unité Tilleuls' }],
    dock: 'Cour arrière',
  },
  {
    key: 'hfb',
    name: 'Hôpital Franco-Britannique',
    shortName: 'Franco-Britannique',
    kind: 'MCO',
    finessEt: '920000643',
    isFictitious: false,
    addressLine: '4 rue Kléber',
    postalCode: '92300',
    town: 'Levallois-Perret',
    latitude: 48.89216,
    longitude: 2.27874,
    phone: '01 99 00 50 00',
    beds: 270,
    units: [
      { code: '5101', name: 'Maternité' },
      { code: '5202', name: 'Médecine interne' },
    ],
    dock: 'Accueil laboratoire',
  },
  {
    key: 'mgen',
    name: 'MGEN Rueil',
    shortName: 'MGEN Rueil',
    kind: 'psychiatrie',
    finessEt: '990000036',
    isFictitious: true,
    addressLine: '5 rue de la Démonstration',
    postalCode: '92500',
    town: 'Rueil-Malmaison',
    latitude: 48.8768,
    longitude: 2.1807,
    phone: '01 99 00 60 00',
    beds: 120,
    units: [{ code: '6101', name: 'Psychiatrie adulte' }],
    dock: 'Loge',
  },
  {
    key: 'gouin',
    name: 'Hôpital Gouin',
    shortName: 'Gouin',
    kind: 'SMR',
    finessEt: '920150018',
    isFictitious: false,
    addressLine: '2 rue Gaston Paymal',
    postalCode: '92110',
    town: 'Clichy',
    latitude: 48.90214,
    longitude: 2.31142,
    phone: '01 99 00 70 00',
    beds: 120,
    units: [{ code: '7101', name: 'SMR locomoteur' }],
    dock: 'Livraisons',
  },
  {
    key: 'lac',
    name: 'Maison médicale Notre-Dame du Lac',
    shortName: 'Notre-Dame du Lac',
    kind: 'soins palliatifs',
    finessEt: '920300845',
    isFictitious: false,
    addressLine: '2 rue de Zurich',
    postalCode: '92500',
    town: 'Rueil-Malmaison',
    latitude: 48.87036,
    longitude: 2.18339,
    phone: '01 99 00 80 00',
    beds: 60,
    units: [{ code: '8101', name: 'Soins palliatifs' }],
    dock: 'Livraisons',
  },
]
