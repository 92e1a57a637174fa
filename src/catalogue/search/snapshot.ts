import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/transaction.js'
import type { ProductSummary } from '../schema.js'
import { buildSearchIndex, type SearchEntry, type SearchIndex } from './build-index.js'
import { fold } from './fold.js'
import { loadSearchEntries } from './load-entries.js'
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

/** Loads the catalogue; the index, which is the slow part, is built again only when its words changed. */
export async function buildSnapshot(
  tx: Pick<Tx, '$queryRaw'>,
  version: string,
  former?: CatalogueSnapshot,
): Promise<CatalogueSnapshot> {
  const summaries = await loadSummaries(tx)
  const entries = await loadSearchEntries(tx)
  const wordsDigest = digestOf(entries)
  const index = former?.wordsDigest === wordsDigest ? former.index : buildSearchIndex(entries)
  return {
    version,
    index,
    byId: new Map(summaries.map((summary) => [summary.id, summary])),
    byName: sortByName(summaries),
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

function digestOf(entries: readonly SearchEntry[]): string {
  const hash = createHash('sha256')
  const lines = entries.map((entry) => JSON.stringify({ ...entry, codes: [...entry.codes].sort() }))
  for (const line of lines.sort()) hash.update(line).update('\n')
  return hash.digest('hex')
}
