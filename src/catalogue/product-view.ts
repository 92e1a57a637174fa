import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import type { ProductId } from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import { StorageClass } from '../kernel/storage-class.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import type { ProductView, SubstituteView } from './schema.js'

/**
 * One product with its packs, its VAT rates by date, and the substitutes the caller's groupings chose.
 * @throws DomainError `not-found`
 */
export const showProduct = (ctx: Context, productId: ProductId): Promise<ProductView> =>
  inReadTransaction(ctx, (tx) => productView(tx, productId))

/** The same, inside the caller's transaction. @throws DomainError `not-found` */
export async function productView(tx: Tx, productId: ProductId): Promise<ProductView> {
  const product = await loadProduct(tx, productId)
  if (product === null) throw notFound('Product', productId)
  const { presentations, vatRates, substituteAsSubstituteds: substitutes, ...facts } = product
  const { createdAt: _created, updatedAt: _updated, ...shown } = facts
  return {
    ...shown,
    storageClass: StorageClass.parse(shown.storageClass),
    presentations: presentations.map(presentationView).sort(marketedFirst),
    vatRates: vatRates.map(({ fromOn, toOn, basisPoints }) => ({
      fromOn: fromDateColumn(fromOn),
      toOn: toOn && fromDateColumn(toOn),
      basisPoints,
    })),
    substitutes: substitutes.map(substituteView),
  }
}

const loadProduct = (tx: Tx, id: ProductId) =>
  tx.product.findUnique({
    where: { id },
    include: {
      presentations: { orderBy: [{ cip13: 'asc' }, { id: 'asc' }] },
      vatRates: { orderBy: { fromOn: 'desc' } },
      substituteAsSubstituteds: {
        orderBy: { createdAt: 'asc' },
        include: { substitute: { select: { denomination: true } } },
      },
    },
  })

type Loaded = NonNullable<Awaited<ReturnType<typeof loadProduct>>>

function presentationView(
  pack: Loaded['presentations'][number],
): ProductView['presentations'][number] {
  const { id, label, cip13, cip7, gtin14, ucd13, unitsPerPack, status } = pack
  const { approvedForCollectivities, publicPriceCents, reimbursementRate } = pack
  return {
    ...{ id, label, cip13, cip7, gtin14, ucd13, unitsPerPack, status },
    ...{ approvedForCollectivities, reimbursementRate },
    publicPrice: publicPriceCents === null ? null : centsToDecimal(cents(publicPriceCents)),
  }
}

const marketedFirst = (a: { readonly status: string }, b: { readonly status: string }): number =>
  Number(b.status === 'marketed') - Number(a.status === 'marketed')

export function substituteView(row: {
  readonly groupingId: string
  readonly productId: string
  readonly substituteId: string
  readonly note: string
  readonly substitute: { readonly denomination: string }
}): SubstituteView {
  const { groupingId, productId, substituteId, note, substitute } = row
  return { groupingId, productId, substituteId, note, denomination: substitute.denomination }
}
