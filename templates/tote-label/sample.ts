import type { ToteLabelsInput } from './data.js'

/** Three totes of the same note: cold, ambient, sealed narcotics. */
export const toteLabelSample: ToteLabelsInput = {
  groupingName: 'GCS Pharmacie de l’Ouest parisien',
  issuedAt: '2026-03-12T08:41:00Z',
  deliveryNumber: 'BL-2026-00418',
  memberName: 'EHPAD Solemnes',
  unit: 'Unité Mimosas (UF 4120)',
  deliveryPoint: 'Quai B, rez-de-jardin',
  run: { name: 'Matin Nord', stop: '3/8' },
  departsAt: '2026-03-12T08:50:00Z',
  pharmacyPhone: '01 46 25 20 00',
  urgent: false,
  totes: [
    { code: 'BAC-0471', storageClass: 'cold', seal: 'S-884120', narcotics: false },
    { code: 'BAC-0472', storageClass: 'ambient', narcotics: false },
    { code: 'BAC-0473', storageClass: 'ambient', seal: 'S-884122', narcotics: true },
  ],
}
