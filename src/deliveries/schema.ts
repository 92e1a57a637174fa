import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import {
  DeliveryId,
  DeliveryLineId,
  DeliveryPointId,
  DiscrepancyId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  LotId,
  OrderId,
  OrderLineId,
  ProductId,
  RunStopId,
} from '../kernel/ids.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { StorageClass } from '../kernel/storage-class.js'
import { PositiveUnits, Units } from '../kernel/units.js'
import { DeliveryState } from './transitions.js'

/** Plain ASCII, so that paper, barcode and database say the same. */
const Code = z
  .string()
  .trim()
  .regex(/^[!-~][ -~]{1,38}[!-~]$/, '3 to 40 plain characters')
const Comment = z.string().trim().max(500)

export const ToteInput = z.strictObject({
  /** Minted when absent. */
  code: Code.optional(),
  storageClass: StorageClass,
  sealNumber: Code.optional(),
  loggerId: Code.optional(),
  /** What it holds; when no tote says so, each unit goes to the first tote of its storage class. */
  lines: z
    .array(
      z.strictObject({
        orderLineId: OrderLineId,
        lotNumber: z.string().min(1).max(40),
        units: PositiveUnits,
      }),
    )
    .min(1)
    .max(200)
    .optional(),
})
export type ToteInput = z.infer<typeof ToteInput>

export const PackDeliveryInput = z
  .strictObject({
    orderId: OrderId,
    totes: z.array(ToteInput).min(1).max(50),
    runStopId: RunStopId.optional(),
  })
  .meta({ ref: 'PackDeliveryInput' })
export type PackDeliveryInput = z.infer<typeof PackDeliveryInput>

/** Why something was not accepted: a closed list, so that differences can be counted. */
export const DIFFERENCE_REASONS = [
  'damaged',
  'cold-chain-broken',
  'wrong-product',
  'short-dated',
  'not-ordered',
  'not-in-tote',
  'other',
] as const
export const DifferenceReason = z.enum(DIFFERENCE_REASONS)

export const ReceiptLineInput = z
  .strictObject({
    deliveryLineId: DeliveryLineId,
    acceptedUnits: Units,
    refusedUnits: Units,
    missingUnits: Units,
    reasonCode: DifferenceReason.optional(),
    comment: Comment.optional(),
  })
  .refine(({ reasonCode, comment }) => reasonCode !== 'other' || (comment ?? '') !== '', {
    path: ['comment'],
    error: 'Say in words what the other reason is',
  })
export type ReceiptLineInput = z.infer<typeof ReceiptLineInput>

export const ReceiveDeliveryInput = z
  .strictObject({
    /** In which quality the person signs: nurse, ward manager… (arrêté of 12 March 2013, art. 4). */
    receiverTitle: z.string().trim().min(2).max(80),
    lines: z.array(ReceiptLineInput).min(1).max(1000),
  })
  .meta({ ref: 'ReceiveDeliveryInput' })
export type ReceiveDeliveryInput = z.infer<typeof ReceiveDeliveryInput>

export const LeaveBehindInput = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ ref: 'LeaveBehindInput' })
export type LeaveBehindInput = z.infer<typeof LeaveBehindInput>

export const SETTLEMENTS = ['found-delivered', 'returned-to-stock', 'lost', 'destroyed'] as const
export const Settlement = z.enum(SETTLEMENTS)
export type Settlement = z.infer<typeof Settlement>

export const SettleDiscrepancyInput = z
  .strictObject({ settlement: Settlement, note: z.string().trim().min(3).max(500) })
  .meta({ ref: 'SettleDiscrepancyInput' })
export type SettleDiscrepancyInput = z.infer<typeof SettleDiscrepancyInput>

export const DiscrepancyView = z
  .object({
    id: DiscrepancyId,
    groupingId: GroupingId,
    establishmentId: EstablishmentId,
    establishmentName: z.string(),
    order: z.object({ id: OrderId, number: z.string() }),
    deliveryId: DeliveryId,
    deliveryLineId: DeliveryLineId,
    noteNumber: z.string().nullable(),
    productId: ProductId,
    denomination: z.string(),
    lotId: LotId,
    lotNumber: z.string(),
    kind: z.enum(['refused', 'missing']),
    units: z.int(),
    reasonCode: z.string(),
    comment: z.string(),
    state: z.enum(['open', 'settled']),
    settlement: z.string().nullable(),
    settlementNote: z.string().nullable(),
    openedAt: InstantView,
    /** Null for somebody the caller may not know. */
    openedByName: z.string().nullable(),
    settledAt: InstantView.nullable(),
    settledByName: z.string().nullable(),
  })
  .meta({ ref: 'DiscrepancyView' })
export type DiscrepancyView = z.infer<typeof DiscrepancyView>
export const DiscrepancyPage = pageOf(DiscrepancyView).meta({ ref: 'DiscrepancyPage' })
export type DiscrepancyPage = z.infer<typeof DiscrepancyPage>

export const DeliverySummary = z
  .object({
    id: DeliveryId,
    groupingId: GroupingId,
    establishment: z.object({ id: EstablishmentId, name: z.string() }),
    order: z.object({ id: OrderId, number: z.string() }),
    state: DeliveryState,
    noteId: DocumentId.nullable(),
    noteNumber: z.string().nullable(),
    runStopId: RunStopId.nullable(),
    toteCount: z.int(),
    openDiscrepancies: z.int(),
    packedAt: InstantView,
    dispatchedAt: InstantView.nullable(),
    deliveredAt: InstantView.nullable(),
    receivedAt: InstantView.nullable(),
  })
  .meta({ ref: 'DeliverySummary' })
export type DeliverySummary = z.infer<typeof DeliverySummary>
export const DeliveryPage = pageOf(DeliverySummary).meta({ ref: 'DeliveryPage' })
export type DeliveryPage = z.infer<typeof DeliveryPage>

export const DeliveryView = DeliverySummary.extend({
  version: z.int(),
  deliveryPoint: z.object({ id: DeliveryPointId, name: z.string() }),
  receiverTitle: z.string().nullable(),
  /** Who did each step; null for a step to come, and for somebody the caller may not know. */
  people: z.object({
    packed: z.string().nullable(),
    dispatched: z.string().nullable(),
    delivered: z.string().nullable(),
    received: z.string().nullable(),
  }),
  totes: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      position: z.int(),
      storageClass: z.string(),
      sealNumber: z.string().nullable(),
      loggerId: z.string().nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      id: DeliveryLineId,
      orderLineId: OrderLineId,
      toteId: z.uuid().nullable(),
      product: z.object({ id: ProductId, denomination: z.string(), storageClass: z.string() }),
      lotNumber: z.string(),
      expiresOn: z.iso.date(),
      shippedUnits: z.int(),
      acceptedUnits: z.int().nullable(),
      refusedUnits: z.int().nullable(),
      missingUnits: z.int().nullable(),
      reasonCode: z.string().nullable(),
      comment: z.string(),
    }),
  ),
  discrepancies: z.array(DiscrepancyView),
}).meta({ ref: 'DeliveryView' })
export type DeliveryView = z.infer<typeof DeliveryView>

export const ListDeliveriesQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  establishmentId: EstablishmentId.optional(),
  orderId: OrderId.optional(),
  runStopId: RunStopId.optional(),
  state: DeliveryState.optional(),
  /** On the road after the time the establishment was told. */
  late: z.literal('true').optional(),
})
export type ListDeliveriesQuery = z.infer<typeof ListDeliveriesQuery>

export const ListDiscrepanciesQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  establishmentId: EstablishmentId.optional(),
  state: z.enum(['open', 'settled']).optional(),
})
export type ListDiscrepanciesQuery = z.infer<typeof ListDiscrepanciesQuery>
