import { invalidField, notFound } from '../kernel/errors.js'
import { cip13Of, parseScan, valueOfAi } from '../kernel/gs1.js'
import type { Tx } from '../platform/db/transaction.js'
import type { ReceiptLineInput } from './schema.js'

export interface ProductFacts {
  readonly id: string
  readonly isNarcotic: boolean
  readonly isSerialised: boolean
  readonly storageClass: string
}

/** The product a line is about and, where the line says which box, its dispensing units. */
export interface NamedProduct {
  readonly product: ProductFacts
  readonly unitsPerPack: number | null
}

interface LineCodes {
  readonly gtin: string | undefined
  readonly cip13: string | undefined
}

/**
 * Finds the product of every line, in two queries whatever their number.
 * @throws DomainError `scan-unreadable` · `not-found` for a code nobody knows · `invalid-input` when the
 * scan and the typed product differ
 */
export async function nameProducts(
  tx: Tx,
  lines: readonly ReceiptLineInput[],
): Promise<NamedProduct[]> {
  const codes = lines.map(codesOf)
  const boxes = await tx.presentation.findMany({
    where: {
      OR: [
        { gtin14: { in: codes.flatMap(({ gtin }) => gtin ?? []) } },
        { cip13: { in: codes.flatMap(({ cip13 }) => cip13 ?? []) } },
      ],
    },
    include: { product: true },
  })
  const products = await tx.product.findMany({
    where: { id: { in: lines.flatMap(({ productId }) => productId ?? []) } },
    include: { presentations: true },
  })

  return lines.map((line, i) => {
    const { gtin, cip13 } = codes[i] ?? {}
    const box = boxes.find(
      (candidate) =>
        (gtin !== undefined && candidate.gtin14 === gtin) ||
        (cip13 !== undefined && candidate.cip13 === cip13),
    )
    if (box !== undefined) {
      if (line.productId !== undefined && line.productId !== box.productId) {
        throw invalidField(`lines.${i}.productId`, 'The box is another product')
      }
      return { product: box.product, unitsPerPack: box.unitsPerPack }
    }
    if (line.productId === undefined) throw notFound('Presentation', gtin ?? cip13 ?? '')
    const product = products.find(({ id }) => id === line.productId)
    if (product === undefined) throw notFound('Product', line.productId)
    // A device may carry a GTIN the catalogue does not know: the typed product decides.
    const [only, ...others] = product.presentations
    return { product, unitsPerPack: others.length === 0 ? (only?.unitsPerPack ?? null) : null }
  })
}

function codesOf(line: ReceiptLineInput): LineCodes {
  if (line.scan === undefined) return { gtin: undefined, cip13: line.cip13 }
  const scan = parseScan(line.scan)
  return { gtin: valueOfAi(scan, '01'), cip13: cip13Of(scan) ?? line.cip13 }
}
