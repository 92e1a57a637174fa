import type { SpecimenManifestInput } from './data.js'

const KINDS = [
  { type: 'EDTA violet', exams: ['Hémogramme', 'HbA1c'] },
  { type: 'Citrate bleu', exams: ['TP/INR', 'TCA', 'Fibrinogène'] },
  { type: 'Hépariné vert', exams: ['Ionogramme', 'Créatinine', 'CRP', 'ASAT/ALAT'] },
  { type: 'Sec-gel jaune', exams: ['TSH', 'Ferritine', 'Vitamine B12'] },
  { type: 'Fluorure gris', exams: ['Glycémie'] },
]

/** Fourteen tubes of one morning round, in one ambient pouch. */
export const specimenManifestSample: SpecimenManifestInput = {
  number: 'EL-2026-01207',
  groupingName: 'GCS Laboratoire de l’Ouest parisien',
  issuedAt: '2026-03-12T06:52:00Z',
  from: {
    name: 'La Cité des Fleurs',
    finess: '990000212',
    unit: 'SMR, 2e étage (UF 2210)',
    point: 'Poste infirmier 2',
    address: ['5 rue des Fleurs', '92400 Courbevoie'],
    phone: '01 47 88 20 20',
  },
  to: {
    name: 'Laboratoire du groupement, site Foch',
    finess: '920000650',
    point: 'Réception des échantillons',
    address: ['40 rue Worth', '92150 Suresnes'],
    phone: '01 46 25 21 00',
  },
  containerCode: 'SAC-2231',
  seal: 'S-771904',
  storageClass: 'ambient',
  logger: 'TL-0107',
  run: { name: 'Aube Labo', stop: '2/5' },
  sealedAt: '2026-03-12T06:50:00Z',
  sealedBy: 'Nadia Roussel, IDE',
  checkedLayers: ['primary', 'secondary', 'outer'],
  responsible: { name: 'Dr Paul Ferrand', phone: '01 46 25 21 40' },
  tubes: Array.from({ length: 14 }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? { type: 'EDTA violet', exams: ['Hémogramme'] }
    const minute = String(5 + index * 3).padStart(2, '0')
    return {
      code: `T-26071-${String(4410 + index)}`,
      ...kind,
      collectedAt: `2026-03-12T06:${minute}:00Z`,
      ...(index % 5 === 3 ? {} : { deadline: `2026-03-12T1${index % 2}:${minute}:00Z` }),
      urgent: index % 7 === 2,
    }
  }),
}
