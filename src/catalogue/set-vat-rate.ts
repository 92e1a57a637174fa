import { recordAudit } from '../audit/index.js'
import { addDays, dateColumn, fromDateColumn } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import type { ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announceProduct } from './announce-product.js'
import { lockProduct } from './change-product.js'
import { productView } from './product-view.js'
import { requireCatalogueEditor } from './roles.js'
import type { ProductView, SetVatRateInput } from './schema.js'

/**
 * Gives a product a new VAT rate from a day on; the rate in force ends the day before. Rates are added
 * in the order of time, so that what a day was taxed at is never rewritten.
 * @throws DomainError `forbidden` · `not-found` · `invalid-input` a day not after the start of the last rate
 */
export function setVatRate(
  ctx: Context,
  productId: ProductId,
  { fromOn, basisPoints }: SetVatRateInput,
): Promise<ProductView> {
  requireCatalogueEditor(ctx)
  return inTransaction(ctx, async (tx) => {
    await lockProduct(tx, productId)
    const last = await tx.vatRate.findFirst({
      where: { productId },
      orderBy: { fromOn: 'desc' },
    })
    if (last !== null && fromDateColumn(last.fromOn) >= fromOn) {
      const day = fromDateColumn(last.fromOn)
      throw invalidField('fromOn', `The last rate starts on ${day}: give a later day`)
    }
    if (last !== null && last.toOn === null) await endRate(tx, last, fromOn)
    await tx.vatRate.create({ data: { productId, fromOn: dateColumn(fromOn), basisPoints } })
    await recordAudit(tx, ctx, {
      groupingId: null,
      action: 'product.vat-rate-set',
      subjectType: 'product',
      subjectId: productId,
      details: { before: last?.basisPoints ?? null, after: basisPoints, fromOn },
    })
    await announceProduct(tx, ctx, productId)
    return productView(tx, productId)
  })
}

async function endRate(
  tx: Tx,
  { productId, fromOn: startsOn }: { productId: string; fromOn: Date },
  nextOn: SetVatRateInput['fromOn'],
): Promise<void> {
  await tx.vatRate.update({
    where: { productId_fromOn: { productId, fromOn: startsOn } },
    data: { toOn: dateColumn(addDays(nextOn, -1)) },
  })
}
