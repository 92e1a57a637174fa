import { describe, expect, test } from 'vitest'
import { referenceFolder } from '../../../test/reference-data.js'
import { diffCatalogue } from './diff-catalogue.js'
import { loadBdpmFolder } from './load-folder.js'
import { readBdpm } from './read-bdpm.js'

const FOLDER = referenceFolder('bdpm')

describe.skipIf(FOLDER === undefined)('the edition of July 2025', () => {
  test('is read whole, with its known counts and traps', { timeout: 30_000 }, async () => {
    const source = await loadBdpmFolder(FOLDER ?? '')
    const catalogue = readBdpm(source)
    const { products, presentations, findings } = catalogue
    expect(products).toHaveLength(15_788)
    expect(presentations).toHaveLength(20_879)
    expect(findings.map(({ kind }) => kind)).toEqual(Array(3).fill('orphan-presentation'))
    expect(products.filter((product) => product.isNarcotic)).toHaveLength(297)
    expect(products.filter((product) => product.isHospitalOnly)).toHaveLength(780)
    expect(products.filter((product) => product.atc !== null)).toHaveLength(8_106)
    expect(presentations.filter((pack) => pack.priceCents === null)).toHaveLength(7_783)
    expect(presentations.some((pack) => pack.priceCents === 0n)).toBe(false)
    expect(products.every((product) => product.holders.every((one) => one === one.trim()))).toBe(
      true,
    )
    const known = presentations.filter((pack) => pack.unitsPerPack !== null)
    expect(known.length / presentations.length).toBeGreaterThan(0.95)

    const again = diffCatalogue(catalogue, readBdpm(source))
    expect(again.products).toMatchObject({ added: [], changed: [], left: [] })
    expect(again.presentations).toMatchObject({ added: [], changed: [], left: [] })
  })
})
