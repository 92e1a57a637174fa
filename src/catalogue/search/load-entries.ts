import type { Tx } from '../../platform/db/transaction.js'
import type { SearchEntry } from './build-index.js'

/** Every product that can still be ordered or found in stock, keyed by product id, in one statement. */
export async function loadSearchEntries(tx: Pick<Tx, '$queryRaw'>): Promise<SearchEntry[]> {
  const rows = await tx.$queryRaw<(Omit<SearchEntry, 'inn'> & { readonly inn: string })[]>`
    select p.id::text as id, p.denomination, p.inn, p.atc, p.status = 'marketed' as "isMarketed",
      array_remove(array_cat(array[p.cis], coalesce(s.codes, '{}')), null) as codes
    from product p
    left join (
      select product_id, array_agg(code) as codes
      from presentation, unnest(array[cip13, cip7, ucd13]) code
      where code is not null
      group by product_id
    ) s on s.product_id = p.id
    where p.status <> 'withdrawn'`
  return rows.map(({ inn, ...entry }) => ({ ...entry, inn: [inn] }))
}
