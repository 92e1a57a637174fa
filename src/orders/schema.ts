import { z } from 'zod'
import {
  CareUnitId,
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  LotId,
  OrderLineId,
  ProductId,
} from '../kernel/ids.js'
import { PageQuery } from '../kernel/paging.js'
import { PositiveUnits, Units } from '../kernel/units.js'
import { Comment, EXPLAIN_OTHER, isExplained, ReasonCode, ReasonText } from './reasons.js'
import { OrderState } from './transitions.js'

/** `backorder` is never asked for: it is born from a short line. */
export const ORDERABLE_KINDS = [
  'allotment',
  'empty-full',
  'nominative',
  'urgent',
  'narcotics',
] as const
export const OrderableKind = z.enum(ORDERABLE_KINDS)
export type OrderableKind = z.infer<typeof OrderableKind>
const OrderKind = z.enum([...ORDERABLE_KINDS, 'backorder'])
export const Priority = z.enum(['normal', 'urgent'])

const OrderLineInput = z.strictObject({
  productId: ProductId,
  units: PositiveUnits,
  comment: Comment.optional(),
})
export type OrderLineInput = z.infer<typeof OrderLineInput>

/** Duplicate products are refused, not merged: two lines usually mean a keying error. */
const Lines = z
  .array(OrderLineInput)
  .min(1)
  .max(200)
  .refine((lines) => new Set(lines.map((line) => line.productId)).size === lines.length, {
    error: 'Each product may appear only once',
  })

export const CreateOrderInput = z
  .strictObject({
    groupingId: GroupingId,
    establishmentId: EstablishmentId,
    careUnitId: CareUnitId.optional(),
    deliveryPointId: DeliveryPointId,
    kind: OrderableKind,
    priority: Priority.optional(),
    comment: Comment.default(''),
    /** Without lines, a renewal proposes the maxima of the care unit's allotment. */
    lines: Lines.optional(),
  })
  .refine((input) => input.lines !== undefined || input.careUnitId !== undefined, {
    path: ['lines'],
    error: 'Give lines, or a care unit whose allotment is to be renewed',
  })
  .meta({ ref: 'CreateOrderInput' })
export type CreateOrderInput = z.infer<typeof CreateOrderInput>

export const EditOrderInput = z
  .strictObject({
    deliveryPointId: DeliveryPointId.optional(),
    priority: Priority.optional(),
    comment: Comment.optional(),
    lines: Lines.optional(),
  })
  .meta({ ref: 'EditOrderInput' })
export type EditOrderInput = z.infer<typeof EditOrderInput>

const LineDecision = z
  .strictObject({
    lineId: OrderLineId,
    approvedUnits: Units,
    /** Supplies another product instead of the one asked for. */
    productId: ProductId.optional(),
    reasonCode: ReasonCode.optional(),
    comment: Comment.optional(),
  })
  .refine(isExplained, { path: ['comment'], error: EXPLAIN_OTHER })
export type LineDecision = z.infer<typeof LineDecision>

/** A line that is not named is approved as it was ordered. */
export const ApproveOrderInput = z
  .strictObject({ lines: z.array(LineDecision).max(200).default([]) })
  .meta({ ref: 'ApproveOrderInput' })
export type ApproveOrderInput = z.infer<typeof ApproveOrderInput>

export const RejectOrderInput = z
  .strictObject({ reasonCode: ReasonCode, comment: Comment.default('') })
  .refine(isExplained, { path: ['comment'], error: EXPLAIN_OTHER })
  .meta({ ref: 'RejectOrderInput' })
export type RejectOrderInput = z.infer<typeof RejectOrderInput>

/** What was taken from the shelf: its code as scanned, or the lot typed in. */
export const PickInput = z
  .strictObject({
    lineId: OrderLineId.optional(),
    scan: z.string().min(1).max(400).optional(),
    productId: ProductId.optional(),
    lotNumber: z.string().trim().min(1).max(40).optional(),
    units: PositiveUnits,
  })
  .refine(
    ({ scan, productId, lotNumber }) =>
      (scan === undefined) === (productId !== undefined && lotNumber !== undefined),
    { path: ['scan'], error: 'Give the scanned code, or both the product and the lot number' },
  )
  .meta({ ref: 'PickInput' })
export type PickInput = z.infer<typeof PickInput>

const Shortage = z
  .strictObject({
    lineId: OrderLineId,
    reasonCode: ReasonCode,
    comment: Comment.optional(),
    /** Supplied later by a backorder, or given up. */
    remainder: z.enum(['backorder', 'cancel']).default('backorder'),
  })
  .refine(isExplained, { path: ['comment'], error: EXPLAIN_OTHER })
export type Shortage = z.infer<typeof Shortage>

export const FinishPickingInput = z
  .strictObject({ shortages: z.array(Shortage).max(200).default([]) })
  .meta({ ref: 'FinishPickingInput' })
export type FinishPickingInput = z.infer<typeof FinishPickingInput>

export const ReasonInput = z.strictObject({ reason: ReasonText }).meta({ ref: 'ReasonInput' })
export type ReasonInput = z.infer<typeof ReasonInput>

export const ListOrdersQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  establishmentId: EstablishmentId.optional(),
  /** One state, or several separated by commas. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(OrderState))
    .optional(),
  priority: Priority.optional(),
  kind: OrderKind.optional(),
  late: z.stringbool().optional(),
  /** Some line is supplied short. */
  short: z.stringbool().optional(),
  /** Approved, and the hub has nothing to give for any line: true for only those, false for the others. */
  waiting: z.stringbool().optional(),
  /** `cutoff`: urgent first, then by the time after which the run leaves without them. */
  sort: z.enum(['newest', 'cutoff']).default('newest'),
})
export type ListOrdersQuery = z.infer<typeof ListOrdersQuery>

export const LotOnOrder = z.object({
  lotId: LotId,
  lotNumber: z.string(),
  expiresOn: z.iso.date(),
  locationId: z.uuid(),
  locationName: z.string(),
  units: z.int(),
  pickedUnits: z.int(),
})
