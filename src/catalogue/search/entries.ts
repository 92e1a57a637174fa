import type { BdpmCatalogue } from '../bdpm/records.js'
import type { SearchEntry } from './build-index.js'

/** Search entries straight from an edition of the public database, keyed by CIS. */
export function entriesOf({
  products,
  presentations,
}: Pick<BdpmCatalogue, 'products' | 'presentations'>): SearchEntry[] {
  const codes = new Map(products.map(({ cis }) => [cis, [cis]]))
  for (const { cis, cip13, cip7 } of presentations) codes.get(cis)?.push(cip13, cip7)
  return products.map(({ cis, denomination, inn, moieties, atc, marketed }) => ({
    id: cis,
    denomination,
    inn: [...inn, ...moieties],
    atc,
    codes: codes.get(cis) ?? [],
    isMarketed: marketed,
  }))
}
