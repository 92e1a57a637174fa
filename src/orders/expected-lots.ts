import { fromDateColumn } from '../kernel/calendar.js'
import { LocationId, LotId, type OrderLineId, type ProductId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LockedOrder } from './load-order.js'
import type { ExpectedLot } from './match-scan.js'

export interface AllocatedLot extends ExpectedLot {
  readonly lineId: OrderLineId
  readonly productId: ProductId
  readonly lotId: LotId
  readonly locationId: LocationId
  readonly status: string
}

/** What is kept for the lines of an order, in the order of the lines and of the expiries. */
export async function expectedLots(tx: Tx, order: LockedOrder): Promise<AllocatedLot[]> {
  const rows = await tx.allocation.findMany({
    where: { lineId: { in: order.lines.map(({ id }) => id) } },
    include: { lot: true },
  })
  const presentations = await tx.presentation.findMany({
    where: { productId: { in: order.lines.map(({ productId }) => productId) } },
    select: { productId: true, gtin14: true },
  })
  return order.lines.flatMap((line) =>
    rows
      .filter(({ lineId }) => lineId === line.id)
      .toSorted((a, b) => a.lot.expiresOn.getTime() - b.lot.expiresOn.getTime())
      .map(({ lot, locationId, units, pickedUnits }) => ({
        lineId: line.id,
        productId: line.productId,
        denomination: line.product.denomination,
        isSerialised: line.product.isSerialised,
        gtins: presentations.flatMap(({ productId, gtin14 }) =>
          productId === line.productId && gtin14 !== null ? [gtin14] : [],
        ),
        lotId: LotId.parse(lot.id),
        locationId: LocationId.parse(locationId),
        lotNumber: lot.lotNumber,
        expiresOn: fromDateColumn(lot.expiresOn),
        status: lot.status,
        units,
        pickedUnits,
      })),
  )
}
