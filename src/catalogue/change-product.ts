import { recordAudit } from '../audit/index.js'
import { invalidField, notFound } from '../kernel/errors.js'
import type { ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Product } from '../platform/db/generated/client.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announceProduct } from './announce-product.js'
import { productView } from './product-view.js'
import { requireCatalogueEditor } from './roles.js'
import type { ChangeProductInput, ProductView } from './schema.js'

/** What the public database decides where it publishes the product: the next import would undo it. */
const PUBLISHED_FIELDS = ['denomination', 'inn', 'strength', 'status'] as const

type Decisions = Omit<ChangeProductInput, 'reason'>

/**
 * Changes what the pharmacy decides about a product: where it is kept, what it takes to release it, how
 * fresh it must be, whether it counts as a narcotic. Imports keep these decisions.
 * @throws DomainError `forbidden` · `not-found` · `invalid-input` a field the public database decides
 */
export function changeProduct(
  ctx: Context,
  productId: ProductId,
  { reason, ...wished }: ChangeProductInput,
): Promise<ProductView> {
  requireCatalogueEditor(ctx)
  return inTransaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId)
    if (product.cis !== null) refusePublishedFields(wished)
    const { before, after } = differences(product, wished)
    if (Object.keys(after).length > 0) {
      await tx.product.update({
        where: { id: productId },
        data: { ...after, updatedAt: ctx.clock() },
        select: { id: true },
      })
      await recordAudit(tx, ctx, {
        groupingId: null,
        action: 'product.changed',
        subjectType: 'product',
        subjectId: productId,
        details: { before, after, reason: reason ?? null },
      })
      await announceProduct(tx, ctx, productId)
    }
    return productView(tx, productId)
  })
}

/** Two people who change one product at once do so in turn, so that each `before` is true. */
export async function lockProduct(tx: Tx, productId: ProductId): Promise<Product> {
  await tx.$queryRaw`select from product where id = ${productId}::uuid for update`
  const product = await tx.product.findUnique({ where: { id: productId } })
  if (product === null) throw notFound('Product', productId)
  return product
}

function refusePublishedFields(wished: Decisions): void {
  const refused = PUBLISHED_FIELDS.find((field) => wished[field] !== undefined)
  if (refused === undefined) return
  throw invalidField(refused, 'The public medicines database decides this field of this product')
}

type Change = Record<string, string | number | boolean>

function differences(product: Product, wished: Decisions): { before: Change; after: Change } {
  const current = new Map<string, unknown>(Object.entries(product))
  const before: Change = {}
  const after: Change = {}
  for (const [field, value] of Object.entries(wished)) {
    const former = current.get(field)
    if (value === undefined || value === former) continue
    if (isScalar(former)) before[field] = former
    after[field] = value
  }
  return { before, after }
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)
