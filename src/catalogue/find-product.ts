import { type Cip13, type Cis, cip13OfGtin, type Gtin14, type Ucd13 } from '../kernel/codes.js'
import { PresentationId, ProductId } from '../kernel/ids.js'
import type { Presentation, Product } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'

/** What other capabilities need to know of a product to hold, move and ship it. */
export interface ProductFacts {
  readonly id: ProductId
  readonly denomination: string
  readonly inn: string
  readonly form: string
  readonly strength: string
  readonly storageClass: string
  readonly isNarcotic: boolean
  readonly isBloodDerived: boolean
  readonly isLotTracked: boolean
  readonly isSerialised: boolean
  readonly requiresFourEyes: boolean
  readonly minimumShelfLifeDays: number
  readonly supplyStatus: string
  readonly status: string
}

/** A product found by a code, with the one pack the code means, if it means one. */
export interface FoundProduct {
  readonly product: ProductFacts
  readonly presentation: {
    readonly id: PresentationId
    readonly label: string
    /** Null until somebody reads it off the box. */
    readonly unitsPerPack: number | null
  } | null
}

export type ProductCode =
  | { readonly cip13: Cip13 }
  | { readonly gtin14: Gtin14 }
  | { readonly ucd13: Ucd13 }
  | { readonly cis: Cis }

/** The product behind one code, withdrawn ones included: their boxes are still on shelves. */
export async function findProductByCode(
  tx: Tx,
  code: ProductCode,
): Promise<FoundProduct | undefined> {
  if ('cis' in code) {
    const product = await tx.product.findUnique({ where: { cis: code.cis } })
    return product === null ? undefined : { product: factsOf(product), presentation: null }
  }
  const packs = await tx.presentation.findMany({
    where: packWith(code),
    include: { product: true },
    orderBy: { id: 'asc' },
    take: 2,
  })
  const [first, second] = packs
  if (first === undefined) return undefined
  // A dispensing-unit code is shared by the packs of one product: it then names no pack.
  return {
    product: factsOf(first.product),
    presentation: second === undefined ? pack(first) : null,
  }
}

/** These products by id; an id nobody knows is not in the answer. One query, whatever their number. */
export async function productsById(
  tx: Tx,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, ProductFacts>> {
  const rows = await tx.product.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(rows.map(factsOf).map((facts) => [facts.id, facts]))
}

function packWith(code: Exclude<ProductCode, { readonly cis: Cis }>) {
  if ('cip13' in code) return { cip13: code.cip13 }
  if ('ucd13' in code) return { ucd13: code.ucd13 }
  // The pack of a GTIN held by another one is still known by the CIP13 inside it.
  const cip13 = cip13OfGtin(code.gtin14)
  return cip13 === undefined
    ? { gtin14: code.gtin14 }
    : { OR: [{ gtin14: code.gtin14 }, { cip13, gtin14: null }] }
}

const pack = ({ id, label, unitsPerPack }: Presentation) => ({
  id: PresentationId.parse(id),
  label,
  unitsPerPack,
})

const factsOf = (row: Product): ProductFacts => ({
  id: ProductId.parse(row.id),
  denomination: row.denomination,
  inn: row.inn,
  form: row.form,
  strength: row.strength,
  storageClass: row.storageClass,
  isNarcotic: row.isNarcotic,
  isBloodDerived: row.isBloodDerived,
  isLotTracked: row.isLotTracked,
  isSerialised: row.isSerialised,
  requiresFourEyes: row.requiresFourEyes,
  minimumShelfLifeDays: row.minimumShelfLifeDays,
  supplyStatus: row.supplyStatus,
  status: row.status,
})
