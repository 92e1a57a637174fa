import { loadBdpmFolder } from '../../src/catalogue/bdpm/load-folder.js'
import { readBdpm } from '../../src/catalogue/bdpm/read-bdpm.js'
import type { BdpmCatalogue } from '../../src/catalogue/bdpm/records.js'
import { buildSearchIndex } from '../../src/catalogue/search/build-index.js'
import { entriesOf } from '../../src/catalogue/search/entries.js'
import type { BenchServer } from '../lib/bench-server.js'
import { interleave, ratioOf, type Sample } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { absolute, atMost, type Figure, latency } from '../lib/report.js'
import { hitRates, searchProbes } from '../search.js'
import { madeUpCatalogue } from '../search-catalogue.js'

const PROBES = 2_000

/** F: what a person waits for after a key stroke, in the process, against the shortest question to the database. */
export async function searchFigures({ owner }: BenchServer, options: Options): Promise<Figure[]> {
  const catalogue = await catalogueOf(options.bdpmFolder)
  const index = buildSearchIndex(entriesOf(catalogue))
  const probes = searchProbes(catalogue, PROBES)
  let asked = 0
  const samples = await interleave(
    {
      limit: { work: async () => void (await owner.pool.query('select 1')) },
      ours: {
        work: async () => {
          asked += 1
          index.search(probes[asked % probes.length]?.text ?? '')
          return undefined
        },
      },
    },
    options,
  )
  const p50s = (of: readonly Sample[]) => of.map(({ p50Ms }) => p50Ms)
  const p99s = samples.ours.map(({ p99Ms }) => p99Ms)
  const rate = hitRates(catalogue, index, probes)
  const [clean, typo] = [rate('clean'), rate('typo')]
  return [
    {
      row: 'F',
      operation: `search as you type, ${index.size} medicines (p50 / p99, limit: SELECT 1)`,
      ours: latency(samples.ours),
      limit: latency(samples.limit),
      peer: '',
      goals: [
        atMost(3, 'SELECT 1 p50', ratioOf(p50s(samples.ours), p50s(samples.limit))),
        atMost(60, 'SELECT 1 p50, at p99', ratioOf(p99s, p50s(samples.limit))),
        // Made-up names start alike far more often than real ones: only a real edition can be judged.
        ...(options.bdpmFolder === undefined
          ? []
          : [
              absolute('found, clean ≥ 0.85', clean, clean >= 0.85),
              absolute('found, with a typo ≥ 0.90', typo, typo >= 0.9),
            ]),
      ],
      faults: [],
    },
  ]
}

async function catalogueOf(folder: string | undefined): Promise<BdpmCatalogue> {
  return folder === undefined ? madeUpCatalogue() : readBdpm(await loadBdpmFolder(folder))
}
