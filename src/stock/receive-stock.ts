import { recordAudit } from '../audit/index.js'
import { type CalendarDate, dateColumn, dayOf, fromDateColumn } from '../kernel/calendar.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import { type GroupingId, LotId, newId, ReceiptId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { type IdentifiedBoxes, identifyBoxes } from './identify-boxes.js'
import { prepareGroupingStock } from './places.js'
import { loadReceipts } from './receipt-view.js'
import { refusing } from './refusals.js'
import { RECEIVES_STOCK } from './roles.js'
import type { ReceiptView, ReceiveStockInput } from './schema.js'

/**
 * Takes in what a supplier delivered: lots, ledger and average cost (PUMP) in one commit.
 * @throws DomainError `lot-expired` · `lot-conflict` · `lot-blocked` · `period-closed` · `scan-unreadable`
 * · `scan-mismatch` · `not-found` · `invalid-input` · `forbidden`
 */
export async function receiveStock(ctx: Context, input: ReceiveStockInput): Promise<ReceiptView> {
  const { groupingId } = input
  requireRole(ctx, { groupingId }, RECEIVES_STOCK)
  return inTransaction(ctx, async (tx) => {
    const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
    const boxes = await identifyBoxes(tx, { groupingId, today }, input.lines)
    const receiptId = await insertReceipt(tx, ctx, { input, today })
    const lotIds = await settleLots(tx, ctx, { groupingId, boxes })
    await receiveLines(tx, ctx, { groupingId, receiptId, boxes, lotIds })

    const [view] = await loadReceipts(tx, [receiptId])
    if (view === undefined) throw new TypeError('The receipt was just written')
    const { number } = view
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'stock.received',
      subjectType: 'stock-receipt',
      subjectId: receiptId,
      details: { number, lines: boxes.length },
    })
    await announce(tx, { topic: 'stock', groupingId, subjectId: receiptId })
    return view
  })
}

async function insertReceipt(
  tx: Tx,
  ctx: Context,
  { input, today }: { input: ReceiveStockInput; today: CalendarDate },
): Promise<ReceiptId> {
  const now = ctx.clock()
  const receivedAt = input.receivedAt ?? now
  if (receivedAt > now) throw invalidField('receivedAt', 'Goods cannot come in tomorrow')
  const id = newId(ReceiptId)
  const year = Number(today.slice(0, 4))
  const [next] = await tx.$queryRaw<{ n: number }[]>`
    select navette_next_number(${input.groupingId}::uuid, 'stock-receipt', ${year}::int) as n`
  await tx.stockReceipt.create({
    data: {
      id,
      groupingId: input.groupingId,
      number: `R-${year}-${String(next?.n).padStart(5, '0')}`,
      supplierName: input.supplierName,
      supplierReference: input.supplierReference,
      receivedById: ctx.actor.userId,
      receivedAt,
    },
  })
  return id
}

/** Finds or makes the lot of each line, under the locks of the products. */
async function settleLots(
  tx: Tx,
  ctx: Context,
  { groupingId, boxes }: { groupingId: GroupingId; boxes: readonly IdentifiedBoxes[] },
): Promise<LotId[]> {
  const now = ctx.clock()
  const productIds = boxes.map(({ product }) => product.id)
  await tx.$executeRaw`select navette_lock_stock(${groupingId}::uuid, ${productIds}::uuid[], ${now})`
  await tx.lot.createMany({
    data: boxes.map(({ product, lotNumber, expiresOn }) => ({
      id: newId(LotId),
      groupingId,
      productId: product.id,
      lotNumber,
      expiresOn: dateColumn(expiresOn),
      createdAt: now,
    })),
    skipDuplicates: true,
  })
  const lots = await tx.lot.findMany({ where: { groupingId, productId: { in: productIds } } })
  return boxes.map(({ product, lotNumber, expiresOn }, i) => {
    const lot = lots.find((row) => row.productId === product.id && row.lotNumber === lotNumber)
    if (lot === undefined) throw new TypeError(`Lot ${lotNumber} was just written`)
    const stored = fromDateColumn(lot.expiresOn)
    if (stored !== expiresOn) throw lotConflict({ path: `lines.${i}.expiresOn`, lotNumber, stored })
    if (lot.status === 'recalled' || lot.status === 'destroyed') {
      throw new DomainError('lot-blocked', `Lot ${lotNumber} is recalled: refuse it`, {
        lotNumber,
        status: lot.status,
      })
    }
    return LotId.parse(lot.id)
  })
}

function lotConflict({ path, lotNumber, stored }: Record<'path' | 'lotNumber' | 'stored', string>) {
  const message = `Lot ${lotNumber} is known with the expiry ${stored}`
  return new DomainError('lot-conflict', message, {
    errors: [{ path, message }],
    lotNumber,
    expiresOn: stored,
  })
}

async function receiveLines(
  tx: Tx,
  ctx: Context,
  receipt: {
    groupingId: GroupingId
    receiptId: ReceiptId
    boxes: readonly IdentifiedBoxes[]
    lotIds: readonly LotId[]
  },
): Promise<void> {
  const { groupingId, receiptId, boxes, lotIds } = receipt
  const places = await prepareGroupingStock(tx, ctx, groupingId)
  const lines = boxes.map((box, i) => ({
    id: newId(ReceiptId),
    line_no: i + 1,
    lot_id: lotIds[i],
    location_id: places.storeFor(box.product),
    units: box.units,
    unit_cost_micros: box.unitCostMicros.toString(),
    input_mode: box.inputMode,
    scan: box.scan,
  }))
  await refusing(tx.$queryRaw`
    select line_no from navette_receive(${groupingId}::uuid, ${ctx.actor.userId}::uuid,
      ${receiptId}::uuid, ${places.byKind.supplier}::uuid, ${ctx.clock()},
      ${JSON.stringify(lines)}::jsonb)`)
}
