import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import type { LotId } from '../kernel/ids.js'
import { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LotView } from './schema.js'

/** @throws DomainError `not-found` when it does not exist for this caller */
export async function loadLot(
  tx: Tx,
  lotId: LotId,
): Promise<{ view: LotView; groupingId: GroupingId }> {
  const row = await tx.lot.findUnique({ where: { id: lotId }, include: { product: true } })
  if (row === null) throw notFound('Lot', lotId)
  const view = {
    id: row.id,
    groupingId: row.groupingId,
    productId: row.productId,
    productName: row.product.denomination,
    lotNumber: row.lotNumber,
    expiresOn: fromDateColumn(row.expiresOn),
    status: row.status,
    statusReason: row.statusReason,
    statusChangedAt: row.statusChangedAt?.toISOString() ?? null,
  }
  return { view, groupingId: GroupingId.parse(row.groupingId) }
}
