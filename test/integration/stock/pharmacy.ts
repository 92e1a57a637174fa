import { calendarDate, dateColumn } from '../../../src/kernel/calendar.js'
import {
  type GroupingId,
  type LocationId,
  LotId,
  newId,
  OrderId,
  OrderLineId,
  type ProductId,
  ReceiptId,
} from '../../../src/kernel/ids.js'
import { units } from '../../../src/kernel/units.js'
import type { Context } from '../../../src/platform/context.js'
import { inTransaction, type Tx } from '../../../src/platform/db/transaction.js'
import {
  type HubPlaces,
  prepareGroupingStock,
  type StockViolation,
  stockViolations,
} from '../../../src/stock/index.js'
import type { GivenMember } from '../../builders/given.js'
import type { World } from '../../builders/world.js'

/** A hub with its places, a pharmacist, a member, and short ways to say what it holds. */
export interface Pharmacy {
  readonly world: World
  readonly groupingId: GroupingId
  readonly pharmacist: Context
  readonly member: GivenMember
  readonly places: HubPlaces
  readonly storeId: LocationId
}

/** Runs `work` in one committed transaction of this caller, and hands over what it returns. */
export async function committed<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const results: T[] = []
  await inTransaction(ctx, async (tx) => {
    results.push(await work(tx))
    return null
  })
  // Only the last attempt committed.
  const result = results.at(-1)
  if (result === undefined) throw new Error('nothing came back')
  return result
}

export const LATER = calendarDate('2027-12-31')

export async function openPharmacy(world: World): Promise<Pharmacy> {
  const groupingId = await world.given.grouping()
  const member = await world.given.member(groupingId)
  const pharmacist = await world.as({ role: 'pharmacist', groupingId })
  const places = await committed(pharmacist, (tx) =>
    prepareGroupingStock(tx, pharmacist, groupingId),
  )
  const storeId = places.storeFor({ isNarcotic: false, storageClass: 'ambient' })
  return { world, groupingId, pharmacist, member, places, storeId }
}

/** A lot that came from a supplier, through the ledger. */
export async function givenLot(
  { world, groupingId, pharmacist, places, storeId }: Pharmacy,
  wish: {
    productId: ProductId
    units: number
    expiresOn?: string
    lotNumber?: string
    costMicros?: bigint
  },
): Promise<LotId> {
  const lotId = newId(LotId)
  const now = world.clock.now()
  await world.owner.prisma.lot.create({
    data: {
      id: lotId,
      groupingId,
      productId: wish.productId,
      lotNumber: wish.lotNumber ?? lotId,
      expiresOn: dateColumn(calendarDate(wish.expiresOn ?? LATER)),
      createdAt: now,
    },
  })
  const receiptId = newId(ReceiptId)
  await inTransaction(pharmacist, async (tx) => {
    await tx.stockReceipt.create({
      data: {
        id: receiptId,
        groupingId,
        number: receiptId,
        supplierName: 'Grossiste',
        supplierReference: 'BL 1',
        receivedById: pharmacist.actor.userId,
        receivedAt: now,
      },
    })
    const lines = [
      {
        id: crypto.randomUUID(),
        line_no: 1,
        lot_id: lotId,
        location_id: storeId,
        units: units(wish.units),
        unit_cost_micros: (wish.costMicros ?? 1_000_000n).toString(),
        input_mode: 'hand',
      },
    ]
    await tx.$queryRaw`
      select * from navette_receive(${groupingId}::uuid, ${pharmacist.actor.userId}::uuid,
        ${receiptId}::uuid, ${places.byKind.supplier}::uuid, ${now}, ${JSON.stringify(lines)}::jsonb)`
    return null
  })
  return lotId
}

let numbers = 0

/** An approved order with one line per wish, waiting for stock. */
export async function givenOrder(
  { world, groupingId, pharmacist, member }: Pharmacy,
  wishes: readonly { productId: ProductId; units: number }[],
): Promise<{ orderId: OrderId; number: string; lineIds: OrderLineId[] }> {
  numbers += 1
  const orderId = newId(OrderId)
  const number = `C-${numbers}`
  const now = world.clock.now()
  const lines = wishes.map((wish, i) => ({
    id: newId(OrderLineId),
    groupingId,
    establishmentId: member.establishmentId,
    lineNo: i + 1,
    requestedProductId: wish.productId,
    productId: wish.productId,
    orderedUnits: wish.units,
    approvedUnits: wish.units,
    inProcessUnits: wish.units,
  }))
  await world.owner.prisma.supplyOrder.create({
    data: {
      id: orderId,
      groupingId,
      establishmentId: member.establishmentId,
      deliveryPointId: member.deliveryPointId,
      number,
      kind: 'allotment',
      state: 'approved',
      requestedById: pharmacist.actor.userId,
      createdAt: now,
      updatedAt: now,
    },
  })
  await world.owner.prisma.supplyOrderLine.createMany({
    data: lines.map((line) => ({ ...line, orderId })),
  })
  return { orderId, number, lineIds: lines.map(({ id }) => id) }
}

/** What `navette verify` says of this hub's stock. */
export async function violationsOf({ world, groupingId }: Pharmacy): Promise<StockViolation[]> {
  const found = await world.owner.prisma.$transaction((tx) =>
    stockViolations(tx, world.clock.now()),
  )
  return found.filter((violation) => violation.groupingId === groupingId)
}
