import { fromDateColumn } from '../kernel/calendar.js'
import { microEuros, microsToDecimal } from '../kernel/money.js'
import { toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { READS_STOCK } from './roles.js'
import type { ReceiptsQuery, ReceiptView } from './schema.js'

/** Receipts with their lines, latest first. */
export async function loadReceipts(tx: Tx, ids: readonly string[]): Promise<ReceiptView[]> {
  const rows = await tx.stockReceipt.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'desc' },
    include: {
      stockReceiptLines: {
        orderBy: { lineNo: 'asc' },
        include: { product: true, lot: true, location: true },
      },
    },
  })
  return rows.map(({ stockReceiptLines, ...receipt }) => ({
    id: receipt.id,
    groupingId: receipt.groupingId,
    number: receipt.number,
    supplierName: receipt.supplierName,
    supplierReference: receipt.supplierReference,
    receivedAt: receipt.receivedAt.toISOString(),
    lines: stockReceiptLines.map((line) => ({
      id: line.id,
      lineNo: line.lineNo,
      productId: line.productId,
      productName: line.product.denomination,
      lotId: line.lotId,
      lotNumber: line.lot.lotNumber,
      expiresOn: fromDateColumn(line.lot.expiresOn),
      locationId: line.locationId,
      locationName: line.location.name,
      units: line.units,
      unitCost: microsToDecimal(microEuros(line.unitCostMicros)),
      averageCostAfter: microsToDecimal(microEuros(line.averageCostAfterMicros)),
      inputMode: line.inputMode === 'scan' ? 'scan' : 'hand',
    })),
  }))
}

/** @throws DomainError `forbidden` · `not-found` */
export async function listReceipts(ctx: Context, query: ReceiptsQuery) {
  const { groupingId, limit, cursor } = query
  requireRole(ctx, { groupingId }, READS_STOCK)
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.stockReceipt.findMany({
      where: { groupingId, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: { id: true },
    })
    const page = toPage(rows, limit)
    const items = await loadReceipts(
      tx,
      page.items.map(({ id }) => id),
    )
    return { ...page, items }
  })
}
