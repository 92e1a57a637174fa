import type { SpecimenLabelInput } from './data.js'

export const specimenLabelSample: SpecimenLabelInput = {
  groupingName: 'GCS Laboratoire de l’Ouest parisien',
  issuedAt: '2026-03-12T06:52:00Z',
  containerCode: 'SAC-2231',
  shipmentNumber: 'EL-2026-01207',
  storageClass: 'ambient',
  from: { name: 'La Cité des Fleurs', detail: 'Poste infirmier 2, Courbevoie' },
  to: { name: 'Laboratoire, site Foch', detail: 'Réception, 40 rue Worth, Suresnes' },
  tubeCount: 14,
  deadline: '2026-03-12T11:10:00Z',
  urgent: true,
  responsible: { name: 'Dr Paul Ferrand', phone: '01 46 25 21 40' },
}
