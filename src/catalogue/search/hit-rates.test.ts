import { describe, expect, test } from 'vitest'
import { hitRates, searchProbes } from '../../../bench/search.js'
import { referenceFolder } from '../../../test/reference-data.js'
import { loadBdpmFolder } from '../bdpm/load-folder.js'
import { readBdpm } from '../bdpm/read-bdpm.js'
import { buildSearchIndex } from './build-index.js'
import { entriesOf } from './entries.js'

const FOLDER = referenceFolder('bdpm')

describe.skipIf(FOLDER === undefined)('search over the whole public database', () => {
  test('brings what was meant among the first ten', { timeout: 30_000 }, async () => {
    const catalogue = readBdpm(await loadBdpmFolder(FOLDER ?? ''))
    const index = buildSearchIndex(entriesOf(catalogue))
    const rate = hitRates(catalogue, index, searchProbes(catalogue, 2_000))
    expect(rate('clean')).toBeGreaterThanOrEqual(0.85)
    expect(rate('typo')).toBeGreaterThanOrEqual(0.9)
    for (const { cis, cip13, cip7 } of catalogue.presentations.filter((_, i) => i % 7 === 0)) {
      expect(index.search(cip13)[0]).toEqual({ id: cis, matchedCode: cip13 })
      expect(index.search(cip7).map(({ id }) => id)).toContain(cis)
    }
  })
})
