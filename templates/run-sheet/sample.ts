import type { RunSheetInput } from './data.js'

/** Medicines out, specimens back: the morning round of the demonstration grouping. */
export const runSheetSample: RunSheetInput = {
  number: 'FR-2026-00163',
  groupingName: 'GCS Pharmacie de l’Ouest parisien',
  issuedAt: '2026-03-12T07:30:00Z',
  runName: 'Matin Nord',
  day: '2026-03-12',
  courier: 'Mehdi Saïdi',
  vehicle: 'Kangoo GH-512-QP',
  departsAt: '2026-03-12T08:50:00Z',
  returnsAt: '2026-03-12T11:30:00Z',
  dispatchPhone: '01 46 25 20 55',
  stops: [
    {
      order: 1,
      plannedAt: '2026-03-12T09:10:00Z',
      name: 'La Cité des Fleurs',
      point: 'Quai de livraison',
      address: ['5 rue des Fleurs', '92400 Courbevoie'],
      phone: '01 47 88 20 20',
      instruction: 'Sonner à l’interphone logistique, hauteur limitée à 2,10 m',
      deliver: [
        { code: 'BAC-0468', storageClass: 'cold', urgent: false },
        { code: 'BAC-0469', storageClass: 'ambient', urgent: true },
      ],
      collect: [
        {
          code: 'SAC-2231',
          storageClass: 'ambient',
          urgent: true,
          deadline: '2026-03-12T11:10:00Z',
        },
      ],
    },
    {
      order: 2,
      plannedAt: '2026-03-12T09:40:00Z',
      name: 'EHPAD Solemnes',
      point: 'Quai B, rez-de-jardin',
      address: ['12 rue de l’Œillet', '92400 Courbevoie'],
      phone: '01 47 88 10 10',
      deliver: [
        { code: 'BAC-0471', storageClass: 'cold', urgent: false },
        { code: 'BAC-0472', storageClass: 'ambient', urgent: false },
        { code: 'BAC-0473', storageClass: 'ambient', urgent: false, narcotics: true },
      ],
      collect: [],
    },
    {
      order: 3,
      plannedAt: '2026-03-12T10:15:00Z',
      name: 'EHPAD de Neuilly',
      address: ['22 boulevard du Château', '92200 Neuilly-sur-Seine'],
      phone: '01 47 22 30 30',
      deliver: [{ code: 'BAC-0475', storageClass: 'ambient', urgent: false }],
      collect: [],
    },
    {
      order: 4,
      plannedAt: '2026-03-12T10:45:00Z',
      name: 'Hôpital Franco-Britannique',
      point: 'Laboratoire, accueil',
      address: ['Rue Kléber', '92300 Levallois-Perret'],
      phone: '01 47 59 59 59',
      deliver: [],
      collect: [
        { code: 'SAC-2240', storageClass: 'cold', urgent: false, deadline: '2026-03-12T13:00:00Z' },
        { code: 'SAC-2241', storageClass: 'frozen', urgent: false },
      ],
    },
    {
      order: 5,
      plannedAt: '2026-03-12T11:05:00Z',
      name: 'MGEN Rueil',
      address: ['2 rue du Lac', '92500 Rueil-Malmaison'],
      deliver: [],
      collect: [],
    },
  ],
}
