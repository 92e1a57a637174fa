import type { BdpmCatalogue, BdpmPresentation, BdpmProduct } from '../src/catalogue/bdpm/records.js'
import { generator } from './lib/random.js'

const SUBSTANCES = 1_000
const BEGINNINGS =
  'AMO,PARA,CLO,DOXA,ENO,FURO,GABA,HEPA,IBU,KETO,LEVO,META,NALO,OMEPRA,PRED,RISPE'.split(',')
const MIDDLES = 'XI,CETA,PI,ZO,XAPA,SE,PEN,RI,PRO,FLO,MI,XO,PRA,NISO'.split(',')
const ENDS = 'CILLINE,MOL,DOGREL,SINE,RINE,MIDE,TINE,NE,FENE,XACINE,ZOLE,NIDE,STATINE,PRIL'.split(
  ',',
)
const MAKERS = [
  'ARROW',
  'BIOGARAN',
  'KABI',
  'MYLAN',
  'SANDOZ',
  'TEVA',
  'VIATRIS',
  'ZENTIVA',
] as const
const STRENGTHS = ['5 mg', '500 mg'] as const

/** A catalogue of the size of the public one, from syllables: the same on every machine, nothing to download. */
export function madeUpCatalogue(): BdpmCatalogue {
  const random = generator(5)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const names = new Set<string>()
  while (names.size < SUBSTANCES) names.add(`${pick(BEGINNINGS)}${pick(MIDDLES)}${pick(ENDS)}`)
  const products: BdpmProduct[] = []
  const presentations: BdpmPresentation[] = []
  for (const name of names) {
    for (const maker of MAKERS) {
      for (const strength of STRENGTHS) {
        const number = products.length
        products.push(productOf(`${60_000_000 + number}`, { name, maker, strength }))
        presentations.push(presentationOf(`${60_000_000 + number}`, number))
      }
    }
  }
  return { products, presentations, findings: [] }
}

function productOf(
  cis: string,
  { name, maker, strength }: { name: string; maker: string; strength: string },
): BdpmProduct {
  return {
    cis,
    denomination: `${name} ${maker} ${strength}, comprimé`,
    form: 'comprimé',
    routes: ['orale'],
    holders: [maker],
    status: 'active',
    marketed: true,
    authorisedOn: null,
    atc: null,
    inn: [name],
    moieties: [name],
    strength,
    genericGroup: null,
    isNarcotic: false,
    isHospitalOnly: false,
    prescriptionConditions: [],
    storageClass: 'ambient',
  }
}

function presentationOf(cis: string, number: number): BdpmPresentation {
  const digits = `34009${String(number).padStart(7, '0')}`
  return {
    cip13: `${digits}${checkDigit(digits)}`,
    cip7: String(3_000_000 + number),
    cis,
    label: 'plaquette de 30 comprimés',
    state: 'marketed',
    declaredOn: null,
    approvedForCollectivities: true,
    vatBasisPoints: 210,
    priceCents: null,
    reimbursementRate: null,
    unitsPerPack: 30,
    supply: null,
  }
}

function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
