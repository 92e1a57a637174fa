import { z } from 'zod'
import { CalendarDate, InstantInput, InstantView } from '../kernel/calendar.js'
import { Cip13 } from '../kernel/codes.js'
import { GroupingId, LocationId, LotId, ProductId } from '../kernel/ids.js'
import { AmountView, UnitCostInput, UnitCostView } from '../kernel/money.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { StorageClass } from '../kernel/storage-class.js'
import { PositiveUnits } from '../kernel/units.js'

const Text = (max: number) => z.string().trim().min(1).max(max)

/** A scan fills what it holds; what is typed beside it completes it and may not contradict it. */
export const ReceiptLineInput = z
  .strictObject({
    scan: z.string().min(8).max(200).optional(),
    cip13: Cip13.optional(),
    productId: ProductId.optional(),
    lotNumber: Text(20).optional(),
    expiresOn: CalendarDate.optional(),
    packs: z.int().positive().max(100_000).optional(),
    units: PositiveUnits.optional(),
    unitCost: UnitCostInput,
  })
  .refine((line) => line.scan ?? line.cip13 ?? line.productId, {
    path: ['productId'],
    error: 'Scan the box, or name the product by its CIP13 or id',
  })
  .refine((line) => (line.packs === undefined) !== (line.units === undefined), {
    path: ['units'],
    error: 'Give either packs or units',
  })
  .meta({ ref: 'StockReceiptLineInput' })
export type ReceiptLineInput = z.infer<typeof ReceiptLineInput>

export const ReceiveStockInput = z
  .strictObject({
    groupingId: GroupingId,
    supplierName: Text(200),
    supplierReference: Text(100),
    /** When the goods came in, if not now: never in the future, never in a closed month. */
    receivedAt: InstantInput.optional(),
    lines: z.array(ReceiptLineInput).min(1).max(200),
  })
  .meta({ ref: 'ReceiveStockInput' })
export type ReceiveStockInput = z.infer<typeof ReceiveStockInput>

export const ReceiptView = z
  .object({
    id: z.uuid(),
    groupingId: z.uuid(),
    number: z.string(),
    supplierName: z.string(),
    supplierReference: z.string(),
    receivedAt: InstantView,
    lines: z.array(
      z.object({
        id: z.uuid(),
        lineNo: z.int(),
        productId: z.uuid(),
        productName: z.string(),
        lotId: z.uuid(),
        lotNumber: z.string(),
        expiresOn: z.iso.date(),
        locationId: z.uuid(),
        locationName: z.string(),
        units: z.int(),
        unitCost: UnitCostView,
        averageCostAfter: UnitCostView,
        inputMode: z.enum(['scan', 'hand']),
      }),
    ),
  })
  .meta({ ref: 'StockReceiptView' })
export type ReceiptView = z.infer<typeof ReceiptView>
export const ReceiptPage = pageOf(ReceiptView).meta({ ref: 'StockReceiptPage' })

const OfGrouping = PageQuery.extend({ groupingId: GroupingId, cursor: z.uuid().optional() })
export const ReceiptsQuery = OfGrouping
export type ReceiptsQuery = z.infer<typeof ReceiptsQuery>

export const BalancesQuery = OfGrouping.extend({
  productId: ProductId.optional(),
  locationId: LocationId.optional(),
  lotId: LotId.optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(\.[0-9a-f-]{36}){2}$/)
    .optional(),
  expiresBefore: CalendarDate.optional(),
})
export type BalancesQuery = z.infer<typeof BalancesQuery>

export const BalanceView = z
  .object({
    id: z.string(),
    lotId: z.uuid(),
    lotNumber: z.string(),
    lotStatus: z.string(),
    expiresOn: z.iso.date(),
    productId: z.uuid(),
    productName: z.string(),
    locationId: z.uuid(),
    locationKind: z.string(),
    locationName: z.string(),
    establishmentId: z.uuid().nullable(),
    onHandUnits: z.int(),
    reservedUnits: z.int(),
  })
  .meta({ ref: 'StockBalanceView' })
export type BalanceView = z.infer<typeof BalanceView>
export const BalancePage = pageOf(BalanceView).meta({ ref: 'StockBalancePage' })

export const ItemsQuery = OfGrouping.extend({
  /** Part of the product's name or INN. */
  q: z.string().trim().min(2).max(100).optional(),
  onlyInStock: z.stringbool().default(false),
  productId: ProductId.optional(),
  storageClass: StorageClass.optional(),
  narcotic: z.stringbool().optional(),
  /** The hub holds a lot of it that expires before this day. */
  expiresBefore: CalendarDate.optional(),
  /** The hub holds a lot of it in quarantine or recalled. */
  onlyBlocked: z.stringbool().default(false),
  /** Less is available than the care units' allotments would take if they were all empty. */
  onlyBelowAllotment: z.stringbool().default(false),
  /** Nothing of it can be promised: all is gone, reserved, blocked or expired. */
  onlyUnavailable: z.stringbool().default(false),
})
export type ItemsQuery = z.infer<typeof ItemsQuery>

export const ItemView = z
  .object({
    id: z.uuid(),
    productName: z.string(),
    storageClass: z.string(),
    isNarcotic: z.boolean(),
    availableUnits: z.int(),
    reservedUnits: z.int(),
    /** On hand at the hub. */
    ownedUnits: z.int(),
    /** Of them, in quarantine or recalled. */
    blockedUnits: z.int(),
    /** Sent, and not yet accepted by a member. */
    inTransitUnits: z.int(),
    /** The sum of the care units' allotments in force today. */
    allotmentUnits: z.int(),
    /** Days that what is available lasts at the pace of the last 90; null when nothing was sent. */
    coverageDays: z.int().nullable(),
    /** Of what is on hand, at the average cost. */
    value: AmountView,
    averageCost: UnitCostView,
    earliestExpiryOn: z.iso.date().nullable(),
    /** Units sent to members over the last 90 days: what a coverage is computed from. */
    dispatchedUnits90Days: z.int(),
  })
  .meta({ ref: 'StockItemView' })
export type ItemView = z.infer<typeof ItemView>
export const ItemPage = pageOf(ItemView).meta({ ref: 'StockItemPage' })

export const LotView = z
  .object({
    id: z.uuid(),
    groupingId: z.uuid(),
    productId: z.uuid(),
    productName: z.string(),
    lotNumber: z.string(),
    expiresOn: z.iso.date(),
    status: z.string(),
    statusReason: z.string().nullable(),
    statusChangedAt: InstantView.nullable(),
  })
  .meta({ ref: 'LotView' })
export type LotView = z.infer<typeof LotView>

export const LotTraceView = z
  .object({
    lot: LotView,
    /** Where units of the lot are now. Received = held + gone, always. */
    holders: z.array(
      z.object({
        locationId: z.uuid(),
        locationKind: z.string(),
        locationName: z.string(),
        establishmentId: z.uuid().nullable(),
        establishmentName: z.string().nullable(),
        onHandUnits: z.int(),
        reservedUnits: z.int(),
      }),
    ),
    receivedUnits: z.int(),
    heldUnits: z.int(),
    /** Consumed, destroyed or lost. */
    goneUnits: z.int(),
    /** Orders the lot is reserved for or was sent for. */
    orders: z.array(
      z.object({
        orderId: z.uuid(),
        number: z.string(),
        establishmentId: z.uuid(),
        establishmentName: z.string(),
        reservedUnits: z.int(),
        shippedUnits: z.int(),
        deliveryNotes: z.array(z.string()),
      }),
    ),
    movements: z.array(
      z.object({
        id: z.string(),
        occurredAt: InstantView,
        recordedAt: InstantView,
        reason: z.string(),
        units: z.int(),
        unitCost: UnitCostView,
        fromKind: z.string(),
        fromName: z.string(),
        toKind: z.string(),
        toName: z.string(),
        establishmentId: z.uuid().nullable(),
        establishmentName: z.string().nullable(),
        subjectType: z.string(),
        subjectId: z.uuid(),
        /** The number on the document it was made for: receipt, delivery note. */
        subjectNumber: z.string().nullable(),
        actorId: z.uuid(),
        actorName: z.string().nullable(),
        reversesId: z.string().nullable(),
        /** Of a kind that is reversed here, and not reversed yet. */
        isReversible: z.boolean(),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ ref: 'LotTraceView' })
export type LotTraceView = z.infer<typeof LotTraceView>

export const LotParam = z.object({ lotId: LotId })
export const MovementParam = z.object({ movementId: z.string().regex(/^[1-9]\d{0,17}$/) })

export const ReasonInput = z.strictObject({ reason: Text(500) }).meta({ ref: 'StockReasonInput' })
export type ReasonInput = z.infer<typeof ReasonInput>

export const ReversalView = z
  .object({ id: z.string(), reversesId: z.string(), units: z.int() })
  .meta({ ref: 'MovementReversalView' })
export type ReversalView = z.infer<typeof ReversalView>
