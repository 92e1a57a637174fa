import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import type { PresentationId, ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announceProduct } from './announce-product.js'
import { lockProduct } from './change-product.js'
import { productView } from './product-view.js'
import { requireCatalogueEditor } from './roles.js'
import type { ChangePresentationInput, ProductView } from './schema.js'

export interface PresentationKey {
  readonly productId: ProductId
  readonly presentationId: PresentationId
}

/**
 * Says how many dispensing units a pack holds. It counts from the next receipt on: what was received
 * keeps the units it was counted with. Imports keep the correction while the pack keeps its label.
 * @throws DomainError `forbidden` · `not-found`
 */
export function changePresentation(
  ctx: Context,
  { productId, presentationId }: PresentationKey,
  { unitsPerPack }: ChangePresentationInput,
): Promise<ProductView> {
  requireCatalogueEditor(ctx)
  return inTransaction(ctx, async (tx) => {
    await lockProduct(tx, productId)
    const pack = await tx.presentation.findUnique({ where: { id: presentationId, productId } })
    if (pack === null) throw notFound('Presentation', presentationId)
    if (pack.unitsPerPack !== unitsPerPack) {
      await tx.presentation.update({
        where: { id: presentationId },
        data: { unitsPerPack, updatedAt: ctx.clock() },
        select: { id: true },
      })
      await recordAudit(tx, ctx, {
        groupingId: null,
        action: 'presentation.changed',
        subjectType: 'presentation',
        subjectId: presentationId,
        details: { before: { unitsPerPack: pack.unitsPerPack }, after: { unitsPerPack } },
      })
      await announceProduct(tx, ctx, productId)
    }
    return productView(tx, productId)
  })
}
