import { invalidField } from '../kernel/errors.js'
import type { ProductId } from '../kernel/ids.js'
import type { Product } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'

interface AskedProduct {
  readonly productId: ProductId
}

/**
 * Reads the products of an order and refuses the ones this kind of order may not carry.
 * Narcotics travel on an order and a note of their own (arrêté of 12 March 2013, stupéfiants);
 * blood-derived medicines are delivered by name only (CSP R.5121-187).
 * @throws DomainError `invalid-input` naming the line
 */
export async function requireOrderable(
  tx: Tx,
  kind: string,
  lines: readonly AskedProduct[],
): Promise<ReadonlyMap<string, Product>> {
  const found = await tx.product.findMany({
    where: { id: { in: lines.map(({ productId }) => productId) } },
  })
  const products = new Map(found.map((product) => [product.id, product]))
  for (const [i, { productId }] of lines.entries()) {
    const product = products.get(productId)
    const path = `lines.${i}.productId`
    if (product === undefined) throw invalidField(path, 'This product is not in the catalogue')
    const problem = orderingProblem(kind, product)
    if (problem !== undefined) throw invalidField(path, problem)
  }
  return products
}

/** Why this product may not be on an order of this kind; undefined when it may. */
export function orderingProblem(
  kind: string,
  product: Pick<Product, 'denomination' | 'isNarcotic' | 'isBloodDerived'>,
): string | undefined {
  const { denomination, isNarcotic, isBloodDerived } = product
  // A backorder carries what its order carried.
  if (kind === 'backorder') return undefined
  if (isNarcotic && kind !== 'narcotics') {
    return `${denomination} is a narcotic: order it on a narcotics order of its own`
  }
  if (!isNarcotic && kind === 'narcotics') {
    return `${denomination} is not a narcotic: it may not be on a narcotics order`
  }
  if (isBloodDerived && kind !== 'nominative') {
    return `${denomination} is blood-derived: it is ordered by name only (nominative order)`
  }
  return undefined
}
