import { z } from 'zod'
import { YearMonth } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { DocumentId, type StatementId } from '../kernel/ids.js'
import { AmountView, UnitCostView } from '../kernel/money.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'

/** What a statement prints, for a screen that opens it pool by pool and product by product. */
export const StatementDetailView = z
  .object({
    /** The statement before this one, when there is one. */
    previous: z.object({ period: YearMonth, total: AmountView }).nullable(),
    pools: z.array(
      z.object({
        name: z.string(),
        keyLabel: z.string(),
        numerator: z.string(),
        denominator: z.string(),
        unit: z.string(),
        poolTotal: AmountView,
        amount: AmountView,
      }),
    ),
    corrections: z.array(
      z.object({ originPeriod: YearMonth, reason: z.string(), amount: AmountView }),
    ),
    vatLines: z.array(z.object({ rate: z.string(), base: AmountView, amount: AmountView })),
    consumption: z.object({
      lines: z.array(
        z.object({
          product: z.string(),
          code: z.string(),
          units: z.int(),
          meanUnitCost: UnitCostView,
          amount: AmountView,
        }),
      ),
      total: AmountView,
    }),
  })
  .meta({ ref: 'StatementDetail' })
export type StatementDetailView = z.infer<typeof StatementDetailView>

/**
 * Read from the issued document itself: the screen and the paper cannot differ.
 * @throws DomainError `not-found`
 */
export function getStatementDetail(ctx: Context, id: StatementId): Promise<StatementDetailView> {
  return inReadTransaction(ctx, async (tx) => {
    const statement = await tx.statement.findUnique({ where: { id } })
    if (statement === null) throw notFound('Statement', id)
    const documentId = DocumentId.nullable().parse(statement.documentId)
    const document =
      documentId === null
        ? null
        : await tx.document.findUnique({ where: { id: documentId }, select: { data: true } })
    if (document === null) throw notFound('Statement', id)
    return StatementDetailView.parse({ previous: null, ...asObject(document.data) })
  })
}

const asObject = (data: unknown): object => (typeof data === 'object' && data !== null ? data : {})
