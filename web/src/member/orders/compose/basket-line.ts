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

/** One product on which two versions of a draft differ; zero where it is not in one of them. */
export interface LineDifference {
  readonly productId: string
  readonly denomination: string
  readonly ours: number
  readonly theirs: number
}

const unitsIn = (lines: readonly BasketLine[], productId: string): number =>
  lines.find((line) => line.productId === productId)?.units ?? 0

/** Where two versions of a draft differ, in the order of ours, then of theirs. */
export const differencesOf = (
  ours: readonly BasketLine[],
  theirs: readonly BasketLine[],
): LineDifference[] =>
  united(ours, theirs)
    .map(({ productId, denomination }) => ({
      productId,
      denomination,
      ours: unitsIn(ours, productId),
      theirs: unitsIn(theirs, productId),
    }))
    .filter((difference) => difference.ours !== difference.theirs)

/** Every product of either version; where both have it, at our quantity. */
export const united = (
  ours: readonly BasketLine[],
  theirs: readonly BasketLine[],
): readonly BasketLine[] => [
  ...ours,
  ...theirs.filter(({ productId }) => unitsIn(ours, productId) === 0),
]
