import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../platform/db/transaction.js'
import type { ProductSummary } from '../schema.js'
import { buildSearchIndexGently, type SearchEntry, type SearchIndex } from './build-index.js'
import { fold } from './fold.js'
import { loadSummaries } from './load-summaries.js'

/** The catalogue at one version: never changed, only replaced. */
export interface CatalogueSnapshot {
  readonly version: string
  readonly index: SearchIndex
  readonly byId: ReadonlyMap<string, ProductSummary>
  /** Every product by name, withdrawn ones included. */
  readonly byName: readonly ProductSummary[]
  /** What the index was built from: the same words need no new index. */
  readonly wordsDigest: string
}

/**
 * Loads the catalogue; the index, which is the slow part, is built again only when its words changed,
 * and without holding up this process.
 */
export async function buildSnapshot(
  tx: Pick<Tx, '$queryRaw'>,
  version: string,
  former?: CatalogueSnapshot,
): Promise<CatalogueSnapshot> {
  const summaries = await loadSummaries(tx)
  const entries = summaries.filter(({ status }) => status !== 'withdrawn').map(entryOf)
  await setImmediate()
  const wordsDigest = digestOf(entries)
  await setImmediate()
  const byName = sortByName(summaries)
  await setImmediate()
  const index =
    former?.wordsDigest === wordsDigest ? former.index : await buildSearchIndexGently(entries)
  return {
    version,
    index,
    byId: new Map(summaries.map((summary) => [summary.id, summary])),
    byName,
    wordsDigest,
  }
}

function sortByName(summaries: readonly ProductSummary[]): readonly ProductSummary[] {
  return summaries
    .map((summary) => ({ summary, name: fold(summary.denomination) }))
    .sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : a.summary.id < b.summary.id ? -1 : 1,
    )
    .map(({ summary }) => summary)
}

const entryOf = ({
  id,
  cis,
  denomination,
  inn,
  atc,
  status,
  presentations,
}: ProductSummary): SearchEntry => ({
  ...{ id, denomination, atc, inn: [inn], isMarketed: status === 'marketed' },
  // In an order of their own: a pack that becomes marketed moves, its codes do not change.
  codes: presentations
    .flatMap(({ cip13, cip7, ucd13 }) => [cip13, cip7, ucd13])
    .concat(cis)
    .filter((code) => code !== null)
    .sort(),
})

function digestOf(entries: readonly SearchEntry[]): string {
  const hash = createHash('sha256')
  for (const entry of entries) hash.update(JSON.stringify(entry)).update('\n')
  return hash.digest('hex')
}
