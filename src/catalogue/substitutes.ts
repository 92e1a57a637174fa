import { recordAudit } from '../audit/index.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import type { ProductId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { substituteView } from './product-view.js'
import { CATALOGUE_EDITORS } from './roles.js'
import type { AddSubstituteInput, SubstituteKey, SubstituteView } from './schema.js'

/**
 * Says that a grouping may give `substituteId` when `productId` is short. One way: the contrary is
 * another decision.
 * @throws DomainError `forbidden` · `not-found` · `duplicate` · `invalid-input` a product for itself
 */
export function addSubstitute(ctx: Context, input: AddSubstituteInput): Promise<SubstituteView> {
  const { groupingId, productId, substituteId, note } = input
  requireRole(ctx, { groupingId }, CATALOGUE_EDITORS)
  if (productId === substituteId) {
    throw invalidField('substituteId', 'A product is no substitute for itself')
  }
  return inTransaction(ctx, async (tx) => {
    await requireProducts(tx, { productId, substituteId })
    const { count } = await tx.substitute.createMany({
      data: [{ groupingId, productId, substituteId, note, createdAt: ctx.clock() }],
      skipDuplicates: true,
    })
    if (count === 0) {
      throw new DomainError('duplicate', 'This substitute is already in the list', {
        errors: [{ path: 'substituteId', message: 'Already in the list' }],
      })
    }
    await record(tx, ctx, { key: input, action: 'substitute.added', details: { note } })
    return show(tx, input)
  })
}

/**
 * Takes a substitute off a grouping's list; what was substituted before stays as it was.
 * @throws DomainError `forbidden` · `not-found`
 */
export function removeSubstitute(ctx: Context, key: SubstituteKey): Promise<SubstituteView> {
  const { groupingId, productId, substituteId } = key
  requireRole(ctx, { groupingId }, CATALOGUE_EDITORS)
  return inTransaction(ctx, async (tx) => {
    const view = await show(tx, key)
    await tx.substitute.deleteMany({ where: { groupingId, productId, substituteId } })
    await record(tx, ctx, { key, action: 'substitute.removed', details: { note: view.note } })
    return view
  })
}

async function requireProducts(
  tx: Tx,
  ids: { readonly productId: ProductId; readonly substituteId: ProductId },
): Promise<void> {
  const known = await tx.product.findMany({
    where: { id: { in: Object.values(ids) } },
    select: { id: true },
  })
  for (const [field, id] of Object.entries(ids)) {
    if (known.every((product) => product.id !== id)) {
      throw invalidField(field, 'No product of the catalogue has this id')
    }
  }
}

async function show(tx: Tx, key: SubstituteKey): Promise<SubstituteView> {
  const { groupingId, productId, substituteId } = key
  const row = await tx.substitute.findUnique({
    where: { groupingId_productId_substituteId: { groupingId, productId, substituteId } },
    include: { substitute: { select: { denomination: true } } },
  })
  if (row === null) throw notFound('Substitute', substituteId)
  return substituteView(row)
}

async function record(
  tx: Tx,
  ctx: Context,
  fact: { key: SubstituteKey; action: string; details: { note: string } },
): Promise<void> {
  const { groupingId, productId, substituteId } = fact.key
  await recordAudit(tx, ctx, {
    groupingId,
    action: fact.action,
    subjectType: 'product',
    subjectId: productId,
    details: { substituteId, ...fact.details },
  })
  await announce(tx, { topic: 'products', groupingId, subjectId: productId })
}
