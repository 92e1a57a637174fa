import { describe, expect, test } from 'vitest'
import type { BdpmCatalogue, BdpmPresentation, BdpmProduct, BdpmSupply } from '../bdpm/records.js'
import { toStored } from './to-stored.js'

const PRODUCT: BdpmProduct = {
  cis: '60000001',
  denomination: 'ACTISKENAN 10 mg, gélule',
  form: 'gélule',
  routes: ['orale'],
  holders: ['LABO'],
  status: 'active',
  marketed: true,
  authorisedOn: null,
  atc: 'N02AA01',
  inn: ['SULFATE DE MORPHINE', 'AUTRE'],
  moieties: [],
  strength: null,
  genericGroup: null,
  isNarcotic: false,
  isHospitalOnly: false,
  prescriptionConditions: ['liste I'],
  storageClass: 'ambient',
}
const PACK: BdpmPresentation = {
  cip13: '3400930039946',
  cip7: '3003994',
  cis: '60000001',
  label: 'plaquette(s) de 14 gélule(s)',
  state: 'marketed',
  declaredOn: null,
  approvedForCollectivities: null,
  vatBasisPoints: 1000,
  priceCents: null,
  reimbursementRate: null,
  unitsPerPack: 14,
  supply: null,
}
const NONE = { products: [], presentations: [] }

const edition = (parts: Partial<BdpmCatalogue> = {}): BdpmCatalogue => ({
  products: [PRODUCT],
  presentations: [PACK],
  findings: [],
  ...parts,
})

const supply = (status: BdpmSupply['status']): BdpmSupply => ({ status, since: null })
const supplyOf = (...packs: readonly Partial<BdpmPresentation>[]) => {
  const presentations = packs.map((pack) => ({ ...PACK, ...pack }))
  return toStored(edition({ presentations }), NONE).products[0]?.supplyStatus
}

describe('supply status of a product', () => {
  test('follows its packs: short only when every marketed pack is', () => {
    expect(supplyOf()).toBe('normal')
    expect(supplyOf({}, {})).toBe('normal')
    expect(supplyOf({ supply: supply('available-again') })).toBe('normal')
    expect(supplyOf({ supply: supply('shortage') }, { supply: supply('shortage') })).toBe(
      'shortage',
    )
    expect(supplyOf({ supply: supply('shortage') }, {})).toBe('tension')
    expect(supplyOf({ supply: supply('shortage') }, { supply: supply('discontinued') })).toBe(
      'shortage',
    )
    expect(supplyOf({ supply: supply('shortage') }, { state: 'discontinued' })).toBe('shortage')
  })
})

describe('toStored', () => {
  test('never turns the unknown into a value', () => {
    expect(toStored(edition(), NONE)).toMatchObject({
      products: [{ inn: 'SULFATE DE MORPHINE + AUTRE', strength: '', vatBasisPoints: 1000 }],
      presentations: [{ approvedForCollectivities: 'unknown', publicPriceCents: null }],
    })
  })

  test('names a product that is not on the market, or no longer authorised', () => {
    const status = (product: Partial<BdpmProduct>) =>
      toStored(edition({ products: [{ ...PRODUCT, ...product }] }), NONE).products[0]?.status
    expect(status({})).toBe('marketed')
    expect(status({ marketed: false })).toBe('not-marketed')
    expect(status({ status: 'suspended' })).toBe('suspended')
  })

  test('keeps what an absent file would have erased', () => {
    const known = toStored(
      edition({ presentations: [{ ...PACK, supply: supply('shortage') }] }),
      NONE,
    )
    const absent = (file: 'CIS_MITM' | 'CIS_CIP_Dispo_Spec') =>
      ({ kind: 'file-absent', file, line: null, code: null, value: file }) as const
    const next = toStored(
      edition({
        products: [{ ...PRODUCT, atc: null }],
        findings: [absent('CIS_MITM'), absent('CIS_CIP_Dispo_Spec')],
      }),
      known,
    )
    expect(next.products[0]).toMatchObject({ atc: 'N02AA01', supplyStatus: 'shortage' })
  })

  test('follows the published narcotic condition when it changes, the override otherwise', () => {
    const known = toStored(edition(), NONE)
    const overridden = {
      ...known,
      products: known.products.map((product) => ({ ...product, isNarcotic: true })),
    }
    expect(toStored(edition(), overridden).products[0]?.isNarcotic).toBe(true)

    const listed = { ...PRODUCT, isNarcotic: true, prescriptionConditions: ['stupéfiants'] }
    const published = toStored(edition({ products: [listed] }), known)
    expect(published.products[0]?.isNarcotic).toBe(true)
    expect(toStored(edition(), published).products[0]?.isNarcotic).toBe(false)
  })

  test('keeps a pack factor corrected by hand until the label changes', () => {
    const known = toStored(edition(), NONE)
    const corrected = {
      ...known,
      presentations: known.presentations.map((pack) => ({ ...pack, unitsPerPack: 28 })),
    }
    expect(toStored(edition(), corrected).presentations[0]?.unitsPerPack).toBe(28)
    const relabelled = edition({ presentations: [{ ...PACK, label: 'autre', unitsPerPack: null }] })
    expect(toStored(relabelled, corrected).presentations[0]?.unitsPerPack).toBeNull()
  })
})
