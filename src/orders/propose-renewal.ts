import { dateColumn, dayOf } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import { type CareUnitId, type GroupingId, ProductId } from '../kernel/ids.js'
import { PositiveUnits } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { orderingProblem } from './order-rules.js'
import type { OrderableKind, OrderLineInput } from './schema.js'

interface Renewal {
  readonly groupingId: GroupingId
  readonly careUnitId: CareUnitId
  readonly kind: OrderableKind
}

/**
 * The lines of a renewal: the maxima of the allotment (dotation) in force today, less what this kind
 * of order may not carry. The orderer lowers them to what is missing on the shelf.
 * @throws DomainError `invalid-input` when the care unit has no allotment, or nothing this order may carry
 */
export async function proposeRenewal(
  tx: Tx,
  ctx: Context,
  { groupingId, careUnitId, kind }: Renewal,
): Promise<OrderLineInput[]> {
  const allotment = await tx.allotment.findFirst({
    where: { groupingId, careUnitId, fromOn: { lte: dateColumn(dayOf(ctx.clock())) } },
    orderBy: { version: 'desc' },
    include: { allotmentLines: { include: { product: true } } },
  })
  const lines = (allotment?.allotmentLines ?? [])
    .filter(({ product }) => orderingProblem(kind, product) === undefined)
    .toSorted((a, b) => a.product.denomination.localeCompare(b.product.denomination, 'fr'))
    .map(({ productId, maximumUnits }) => ({
      productId: ProductId.parse(productId),
      units: PositiveUnits.parse(maximumUnits),
    }))
  if (lines.length > 0) return lines
  throw invalidField('lines', 'This care unit has no allotment in force: give the lines')
}
