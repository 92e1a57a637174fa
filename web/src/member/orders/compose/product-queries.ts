import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { cip13Of, parseScan, valueOfAi } from '../../../../../src/kernel/gs1.js'
import { api, read } from '../../../api/client.js'
import type { BasketProduct } from './basket-line.js'

export const LETTERS_MIN = 3
const SHOWN = '8'
const LONG_MS = 10 * 60_000

export const productSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['products', 'search', text],
    queryFn: ({ signal }) =>
      read(api.products.$get({ query: { search: text, limit: SHOWN } }, { init: { signal } })),
    enabled: text.length >= LETTERS_MIN,
    staleTime: LONG_MS,
  })

/** How many units the packs of a product hold: largest choice first is the screen's business. */
export const packsQuery = (productId: string) =>
  queryOptions({
    queryKey: ['products', productId, 'packs'],
    queryFn: async () => {
      const product = await read(api.products[':productId'].$get({ param: { productId } }))
      return packSizes(product.presentations)
    },
    staleTime: LONG_MS,
  })

export const packSizes = (packs: readonly { readonly unitsPerPack: number | null }[]): number[] =>
  [...new Set(packs.flatMap(({ unitsPerPack }) => unitsPerPack ?? []))].toSorted((a, b) => a - b)

/** The digits to search for in what was scanned: the CIP13 of a box, or the code as it is. */
export function searchedCode(scanned: string): string {
  try {
    const scan = parseScan(scanned)
    return cip13Of(scan) ?? valueOfAi(scan, '01') ?? scanned
  } catch {
    return scanned
  }
}

export interface ProductHit {
  readonly id: string
  readonly denomination: string
  readonly storageClass: string
  readonly isNarcotic: boolean
  readonly presentations: readonly { readonly unitsPerPack: number | null }[]
}

export const productOf = (hit: ProductHit): BasketProduct => ({
  productId: hit.id,
  denomination: hit.denomination,
  storageClass: hit.storageClass,
  isNarcotic: hit.isNarcotic,
})

/** The search told the packs already: they are not asked for again. */
export const rememberPacks = (queries: QueryClient, hit: ProductHit): void => {
  queries.setQueryData(packsQuery(hit.id).queryKey, packSizes(hit.presentations))
}
