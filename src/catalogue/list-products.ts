import { invalidField } from '../kernel/errors.js'
import { toPage } from '../kernel/paging.js'
import type { ListProductsQuery, ProductPage, ProductSummary } from './schema.js'
import type { ProductSearch } from './search/product-search.js'
import type { CatalogueSnapshot } from './search/snapshot.js'

/** What a search shows at most: beyond, typing one more letter is faster than paging. */
const HITS_MAX = 50

/**
 * Products of the catalogue, which everybody may see. With `search`: the best ones for what was typed,
 * in one page. Without: all of them by name, page after page.
 * @throws DomainError `invalid-input` an unknown cursor
 */
export async function listProducts(
  search: ProductSearch,
  query: ListProductsQuery,
): Promise<ProductPage> {
  const snapshot = await search.snapshot()
  const typed = query.search?.trim() ?? ''
  return typed === '' ? pageByName(snapshot, query) : { items: hitsFor(snapshot, typed, query) }
}

function hitsFor({ index, byId }: CatalogueSnapshot, typed: string, query: ListProductsQuery) {
  const fits = filterOf(query)
  const limit = Math.min(query.limit, HITS_MAX)
  const hits = index.search(typed, {
    limit,
    ...(isFiltered(query) && {
      accepts: (id: string) => {
        const product = byId.get(id)
        return product !== undefined && fits(product)
      },
    }),
  })
  return hits.flatMap(({ id, matchedCode }) => {
    const product = byId.get(id)
    return product === undefined ? [] : [{ ...product, matchedCode }]
  })
}

function pageByName({ byName, byId }: CatalogueSnapshot, query: ListProductsQuery): ProductPage {
  const { limit, cursor } = query
  const last = cursor === undefined ? undefined : byId.get(cursor)
  if (cursor !== undefined && last === undefined) {
    throw invalidField('cursor', 'This page no longer exists; start again without a cursor')
  }
  const fits = filterOf(query)
  const found: ProductSummary[] = []
  for (let at = last === undefined ? 0 : byName.indexOf(last) + 1; at < byName.length; at++) {
    const product = byName[at]
    if (product !== undefined && fits(product)) found.push(product)
    if (found.length > limit) break
  }
  return toPage(
    found.map((product) => ({ ...product, matchedCode: null })),
    limit,
  )
}

const isFiltered = ({ storageClass, narcotic, status, kind }: ListProductsQuery): boolean =>
  [storageClass, narcotic, status, kind].some((wish) => wish !== undefined)

const filterOf =
  ({ storageClass, narcotic, status, kind }: ListProductsQuery) =>
  (product: ProductSummary): boolean =>
    (storageClass === undefined || product.storageClass === storageClass) &&
    (narcotic === undefined || product.isNarcotic === narcotic) &&
    (kind === undefined || product.kind === kind) &&
    (status === undefined ? product.status !== 'withdrawn' : product.status === status)
