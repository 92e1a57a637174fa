import { z } from 'zod'
import { Cip13 } from '../kernel/codes.js'
import source from './data/medicines.json' with { type: 'json' }

const Medicine = z.object({
  cip13: Cip13,
  cis: z.string(),
  denomination: z.string(),
  inn: z.string(),
  form: z.string(),
  atc: z.string().nullable(),
  presentation: z.string(),
  unitsPerPack: z.int(),
  isNarcotic: z.boolean(),
  isHospitalOnly: z.boolean(),
  isBloodDerived: z.boolean(),
  storageClass: z.enum(['ambient', 'cold']),
  unitCost: z.string(),
  setting: z.enum(['ward', 'hospital']),
})
export type Medicine = z.infer<typeof Medicine>

export const MEDICINES: readonly Medicine[] = z.array(Medicine).parse(source.medicines)

const bytes = (lines: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(lines.map((cells) => `${cells.join('\t')}\r\n`).join(''))

/** The demo medicines as an edition of the public database, so that the demo goes through the real import. */
export const medicinesEdition = (): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['CIS_bdpm.txt', bytes(MEDICINES.map(productLine))],
    ['CIS_CIP_bdpm.txt', bytes(MEDICINES.map(packLine))],
    [
      'CIS_COMPO_bdpm.txt',
      bytes(MEDICINES.map(({ cis, form, inn }) => [cis, form, '00001', inn, '', '', 'SA', '1'])),
    ],
    ['CIS_CPD_bdpm.txt', bytes(MEDICINES.flatMap(conditionLines))],
    [
      'CIS_MITM.txt',
      bytes(
        MEDICINES.flatMap(({ cis, atc, denomination }) =>
          atc === null ? [] : [[cis, atc, denomination, '']],
        ),
      ),
    ],
  ])

const productLine = ({ cis, denomination, form }: Medicine): string[] => [
  cis,
  denomination,
  form,
  '',
  'Autorisation active',
  'Procédure nationale',
  'Commercialisée',
  '01/01/2010',
  '',
  '',
  '',
  'Non',
]

const packLine = ({ cis, cip13, presentation }: Medicine): string[] => [
  cis,
  cip13.slice(5, 12),
  presentation,
  'Présentation active',
  'Déclaration de commercialisation',
  '01/01/2010',
  cip13,
  'oui',
  '',
  '',
  '',
  '',
  '',
]

const conditionLines = ({ cis, isNarcotic, isHospitalOnly }: Medicine): string[][] => [
  ...(isNarcotic ? [[cis, 'stupéfiants']] : []),
  ...(isHospitalOnly ? [[cis, 'réservé à l’usage HOSPITALIER']] : []),
]
