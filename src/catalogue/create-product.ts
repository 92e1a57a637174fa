import { recordAudit } from '../audit/index.js'
import { calendarDate, dateColumn } from '../kernel/calendar.js'
import { gtinOfCip13 } from '../kernel/codes.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import { newId, PresentationId, ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announceProduct } from './announce-product.js'
import { productView } from './product-view.js'
import { requireCatalogueEditor } from './roles.js'
import type { CreateProductInput, NewPresentation, ProductView } from './schema.js'

/** A first rate reaches back before any period that can be billed, as for published products. */
const BEFORE_ANY_PERIOD = calendarDate('2000-01-01')

/**
 * Adds a product that the public database does not publish: a device, a lab consumable, an import.
 * @throws DomainError `forbidden` · `duplicate` a code that a pack already carries, by its field ·
 * `invalid-input` the same code on two packs, or a GTIN that contradicts its CIP13
 */
export async function createProduct(ctx: Context, input: CreateProductInput): Promise<ProductView> {
  requireCatalogueEditor(ctx)
  const packs = input.presentations.map(withGtin)
  refuseContradictions(packs)
  try {
    return await inTransaction(ctx, async (tx) => {
      await refuseKnownCodes(tx, packs)
      const id = newId(ProductId)
      await insertProduct(tx, ctx, { id, input, packs })
      const view = await productView(tx, id)
      await recordAudit(tx, ctx, {
        groupingId: null,
        action: 'product.created',
        subjectType: 'product',
        subjectId: id,
        details: { after: view },
      })
      await announceProduct(tx, ctx, id)
      return view
    })
  } catch (error) {
    // Somebody else gave a pack the same code at the same moment.
    if (violates(error, 'presentation_cip13_key')) throw duplicateCode('cip13', 0)
    if (violates(error, 'presentation_gtin14_key')) throw duplicateCode('gtin14', 0)
    throw error
  }
}

/** A CIP13 is printed as its GTIN: without it the box would not scan. */
function withGtin(pack: NewPresentation): NewPresentation {
  const { cip13, gtin14 } = pack
  return cip13 === undefined || gtin14 !== undefined
    ? pack
    : { ...pack, gtin14: gtinOfCip13(cip13) }
}

function refuseContradictions(packs: readonly NewPresentation[]): void {
  const seen = new Set<string>()
  for (const [at, { cip13, gtin14 }] of packs.entries()) {
    if (cip13 !== undefined && gtin14 !== gtinOfCip13(cip13)) {
      throw invalidField(
        `presentations.${at}.gtin14`,
        `The GTIN of this CIP13 is ${gtinOfCip13(cip13)}`,
      )
    }
    if (gtin14 === undefined) continue
    if (seen.has(gtin14)) {
      throw invalidField(`presentations.${at}.gtin14`, 'Two packs carry this code')
    }
    seen.add(gtin14)
  }
}

async function refuseKnownCodes(tx: Tx, packs: readonly NewPresentation[]): Promise<void> {
  const known = await tx.presentation.findMany({
    where: {
      OR: [
        { cip13: { in: packs.flatMap(({ cip13 }) => cip13 ?? []) } },
        { gtin14: { in: packs.flatMap(({ gtin14 }) => gtin14 ?? []) } },
      ],
    },
    select: { cip13: true, gtin14: true },
  })
  const cips = new Set(known.map(({ cip13 }) => cip13))
  const gtins = new Set(known.map(({ gtin14 }) => gtin14))
  for (const [at, { cip13, gtin14 }] of packs.entries()) {
    if (cip13 !== undefined && cips.has(cip13)) throw duplicateCode('cip13', at)
    if (gtin14 !== undefined && gtins.has(gtin14)) throw duplicateCode('gtin14', at)
  }
}

const duplicateCode = (field: 'cip13' | 'gtin14', at: number): DomainError =>
  new DomainError('duplicate', 'A product of the catalogue already has a pack with this code', {
    errors: [{ path: `presentations.${at}.${field}`, message: 'Search the catalogue for it' }],
  })

async function insertProduct(
  tx: Tx,
  ctx: Context,
  {
    id,
    input,
    packs,
  }: { id: ProductId; input: CreateProductInput; packs: readonly NewPresentation[] },
): Promise<void> {
  const { vatBasisPoints, presentations: _packs, atc = null, ...facts } = input
  const at = { createdAt: ctx.clock(), updatedAt: ctx.clock() }
  await tx.product.create({ data: { id, ...facts, atc, ...at } })
  await tx.presentation.createMany({
    data: packs.map(({ label, unitsPerPack, cip13 = null, gtin14 = null, ucd13 = null }) => ({
      ...{ id: newId(PresentationId), productId: id, label, unitsPerPack, cip13, gtin14, ucd13 },
      ...at,
    })),
  })
  await tx.vatRate.create({
    data: { productId: id, fromOn: dateColumn(BEFORE_ANY_PERIOD), basisPoints: vatBasisPoints },
  })
}
