/**
 * Exams of the demo laboratory. Delays are those published in the sampling manuals named as sources, one
 * laboratory's rule each and never a national value; B coefficients are invented for the demonstration.
 */
export interface DemoExam {
  readonly code: string
  readonly label: string
  readonly tubeType: string
  readonly temperatureClass: 'ambient' | 'cold'
  readonly letterB: number
  readonly isCourierForbidden?: true
  readonly rule?: {
    readonly idealMinutes: number
    readonly maximumMinutes: number
    readonly source: string
  }
}

export const EXAMS: readonly DemoExam[] = [
  {
    code: 'NFS',
    label: 'Hémogramme',
    tubeType: 'edta',
    temperatureClass: 'ambient',
    letterB: 20,
    rule: {
      idealMinutes: 360,
      maximumMinutes: 720,
      source: 'Manuel bioesterel 7687, 12 h à température ambiante',
    },
  },
  {
    code: 'HBA1C',
    label: 'Hémoglobine glyquée',
    tubeType: 'edta',
    temperatureClass: 'ambient',
    letterB: 25,
    rule: { idealMinutes: 720, maximumMinutes: 1440, source: 'Valeur de démonstration' },
  },
  {
    code: 'TP',
    label: 'Taux de prothrombine, INR',
    tubeType: 'citrate',
    temperatureClass: 'ambient',
    letterB: 15,
    rule: {
      idealMinutes: 180,
      maximumMinutes: 360,
      source: 'Valeur de démonstration, hémostase hors TCA',
    },
  },
  {
    code: 'TCA',
    label: 'Temps de céphaline activée',
    tubeType: 'citrate',
    temperatureClass: 'ambient',
    letterB: 15,
    rule: { idealMinutes: 120, maximumMinutes: 240, source: 'GEHT, 4 h à 15-25 °C' },
  },
  {
    code: 'IONO',
    label: 'Ionogramme sanguin',
    tubeType: 'heparine',
    temperatureClass: 'ambient',
    letterB: 28,
    rule: { idealMinutes: 120, maximumMinutes: 240, source: 'cbm25.fr, potassium 4 h recommandé' },
  },
  {
    code: 'CRP',
    label: 'Protéine C réactive',
    tubeType: 'heparine',
    temperatureClass: 'ambient',
    letterB: 9,
    rule: { idealMinutes: 240, maximumMinutes: 420, source: 'Foucher et al., 7 h à 22 °C' },
  },
  {
    code: 'TSH',
    label: 'TSH',
    tubeType: 'sec',
    temperatureClass: 'ambient',
    letterB: 26,
    rule: { idealMinutes: 360, maximumMinutes: 720, source: 'CHU Caen A1751, 12 h en service' },
  },
  {
    code: 'ECBU',
    label: 'Examen cytobactériologique des urines',
    tubeType: 'borate',
    temperatureClass: 'ambient',
    letterB: 55,
    rule: {
      idealMinutes: 360,
      maximumMinutes: 720,
      source: 'reunilab.re 2725, flacon boraté 12 h',
    },
  },
  {
    code: 'VITD',
    label: 'Vitamine D',
    tubeType: 'sec',
    temperatureClass: 'cold',
    letterB: 32,
    rule: { idealMinutes: 720, maximumMinutes: 1440, source: 'Valeur de démonstration' },
  },
  {
    code: 'GDS',
    label: 'Gaz du sang artériel',
    tubeType: 'seringue',
    temperatureClass: 'ambient',
    letterB: 60,
    isCourierForbidden: true,
  },
  {
    code: 'NH3',
    label: 'Ammoniémie',
    tubeType: 'edta',
    temperatureClass: 'cold',
    letterB: 40,
    isCourierForbidden: true,
  },
]

/** What a ward usually sends together. */
export const PANELS: readonly (readonly string[])[] = [
  ['NFS'],
  ['NFS', 'HBA1C'],
  ['TP'],
  ['TP', 'TCA'],
  ['IONO', 'CRP'],
  ['CRP'],
  ['TSH'],
  ['ECBU'],
]
