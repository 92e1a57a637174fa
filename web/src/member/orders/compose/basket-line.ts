/** One product of a basket being filled; always more than zero units. */
export interface BasketLine {
  readonly productId: string
  readonly denomination: string
  readonly storageClass: string
  readonly isNarcotic: boolean
  readonly units: number
}

/** A product as the baskets need it, wherever it was found: search, allotment, former order. */
export type BasketProduct = Omit<BasketLine, 'units'>

/** The lines with this product at `units`, in place or at the end; zero takes it out. */
export function withUnits(
  lines: readonly BasketLine[],
  product: BasketProduct,
  units: number,
): readonly BasketLine[] {
  const isThere = lines.some(({ productId }) => productId === product.productId)
  if (units <= 0) return lines.filter(({ productId }) => productId !== product.productId)
  if (!isThere) return [...lines, { ...product, units }]
  return lines.map((line) => (line.productId === product.productId ? { ...line, units } : line))
}

/** The lines with this one at its former place; one that came back meanwhile stays as it is. */
export function withLineAt(
  lines: readonly BasketLine[],
  line: BasketLine,
  index: number,
): readonly BasketLine[] {
  const isThere = lines.some(({ productId }) => productId === line.productId)
  return isThere ? lines : lines.toSpliced(index, 0, line)
}
