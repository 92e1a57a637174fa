import type { Database } from '../../src/platform/db/client.js'
import type { Warehouse, Wish } from './seed.js'

/**
 * The peer of row A: what a team writes with an ORM, line by line in one interactive transaction, safe by
 * locking the product's row first. Quantities only in our own tables; no audit and no outbox either.
 */
export async function placeNaively(
  { prisma }: Database,
  { groupingId }: Warehouse,
  { productIds, lineIds, units }: { productIds: string[]; lineIds: string[]; units: Wish['units'] },
): Promise<void> {
  const lines = productIds.map((productId, index) => ({
    productId,
    lineId: lineIds[index] ?? '',
    units: units[index] ?? 0,
  }))
  // Sorted, or two orders would wait for each other.
  lines.sort((a, b) => (a.productId < b.productId ? -1 : 1))
  await prisma.$transaction(
    async (tx) => {
      for (const line of lines) {
        await tx.$queryRaw`select 1 from stock_item where grouping_id = ${groupingId}::uuid and product_id = ${line.productId}::uuid for update`
        const balances = await tx.stockBalance.findMany({
          where: { groupingId, productId: line.productId, isPickable: true, isDepleted: false },
          orderBy: [{ expiresOn: 'asc' }, { lotId: 'asc' }],
        })
        let left = line.units
        for (const { lotId, locationId, onHandUnits, reservedUnits } of balances) {
          const taken = Math.min(left, onHandUnits - reservedUnits)
          if (taken === 0) continue
          await tx.stockBalance.update({
            where: { locationId_lotId: { locationId, lotId } },
            data: {
              reservedUnits: { increment: taken },
              isDepleted: reservedUnits + taken === onHandUnits,
            },
          })
          await tx.allocation.create({
            data: { lineId: line.lineId, lotId, locationId, groupingId, units: taken },
          })
          left -= taken
          if (left === 0) break
        }
        if (left > 0) throw new Error('short')
        await tx.stockItem.update({
          where: { groupingId_productId: { groupingId, productId: line.productId } },
          data: { availableUnits: { decrement: line.units } },
        })
      }
    },
    { timeout: 30_000, maxWait: 30_000 },
  )
}
