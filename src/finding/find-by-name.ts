import { findProductByCode, fold, listProducts, type ProductSearch } from '../catalogue/index.js'
import type { Tx } from '../platform/db/transaction.js'
import { FOUND_PER_KIND } from './find-by-number.js'
import type { Question } from './read-question.js'
import type { FoundItem } from './schema.js'

/** Products by name, substance or code, as the catalogue searches them; a scanned box names its own. */
export async function findProducts(
  tx: Tx,
  search: ProductSearch,
  { text, box, isReference }: Question,
): Promise<FoundItem[]> {
  if (box !== null) {
    const found = await findProductByCode(tx, { gtin14: box.gtin })
    return found === undefined ? [] : [productItem(found.product, true)]
  }
  if (isReference) return []
  const { items } = await listProducts(search, { search: text, limit: FOUND_PER_KIND })
  const asked = fold(text)
  const digits = text.replace(/[\s.-]/g, '')
  return items.map((product) =>
    productItem(product, product.matchedCode === digits || fold(product.denomination) === asked),
  )
}

interface ProductName {
  readonly id: string
  readonly denomination: string
  readonly inn: string
  readonly status: string
}

const productItem = (
  { id, denomination, inn, status }: ProductName,
  isExact: boolean,
): FoundItem => ({
  ...{ kind: 'product', id, title: denomination, subtitle: inn, state: status },
  ...{ groupingId: null, day: null, isExact },
})

/**
 * Establishments the caller may see, by any words of their name or town, accents or not, or by FINESS.
 * Row security leaves the few hundred that concern the caller, which are read as they are.
 */
export async function findEstablishments(tx: Tx, { text }: Question): Promise<FoundItem[]> {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const known = await tx.establishment.findMany({
    select: { id: true, name: true, shortName: true, town: true, kind: true, finessEt: true },
    orderBy: { name: 'asc' },
  })
  const digits = text.replace(/\s/g, '')
  return known
    .filter(({ name, shortName, town, finessEt }) => {
      const parts = fold(`${name} ${shortName} ${town} ${finessEt ?? ''}`).split(/[^a-z0-9]+/)
      return (
        words.every((word) => parts.some((part) => part.startsWith(word))) || finessEt === digits
      )
    })
    .slice(0, FOUND_PER_KIND)
    .map(({ id, name, shortName, town, kind, finessEt }) => ({
      ...{ kind: 'establishment' as const, id, title: name, state: null },
      subtitle: [kind, town].filter((word) => word !== '').join(' · '),
      ...{ groupingId: null, day: null },
      isExact: finessEt === digits || [name, shortName].some((one) => fold(one) === fold(text)),
    }))
}
