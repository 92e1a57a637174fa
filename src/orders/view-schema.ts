import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import {
  CareUnitId,
  DeliveryId,
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  OrderId,
  OrderLineId,
  ProductId,
} from '../kernel/ids.js'
import { pageOf } from '../kernel/paging.js'
import { LotOnOrder } from './schema.js'
import { OrderState } from './transitions.js'

const ProductRef = z.object({
  id: ProductId,
  denomination: z.string(),
  storageClass: z.string(),
  isNarcotic: z.boolean(),
  requiresFourEyes: z.boolean(),
})

/** Units that could not be given, and why: data for the sentence on the line. */
const Unmet = z.object({
  reason: z.string(),
  units: z.int(),
  /** What the hub holds for this reason; it names other members' orders, so the hub alone reads it. */
  detail: z
    .object({
      presentUnits: z.int(),
      lots: z.array(
        z.object({ lotNumber: z.string(), expiresOn: z.iso.date().nullable(), units: z.int() }),
      ),
      orderNumbers: z.array(z.string()),
    })
    .nullable(),
})
export const Explanation = z.array(Unmet)

export const OrderLineView = z.object({
  id: OrderLineId,
  lineNo: z.int(),
  requestedProduct: ProductRef,
  /** What is supplied: another product than the one requested after a substitution. */
  product: ProductRef,
  orderedUnits: z.int(),
  approvedUnits: z.int().nullable(),
  inProcessUnits: z.int(),
  pickedUnits: z.int(),
  shippedUnits: z.int(),
  backorderedUnits: z.int(),
  cancelledUnits: z.int(),
  reasonCode: z.string().nullable(),
  comment: z.string(),
  explanation: Explanation.nullable(),
  /** The lots kept for this line; the hub alone sees them. */
  allocations: z.array(LotOnOrder),
})

const OrderRef = z.object({ id: OrderId, number: z.string(), state: OrderState })

export const OrderSummary = z
  .object({
    id: OrderId,
    groupingId: GroupingId,
    number: z.string(),
    kind: z.string(),
    priority: z.string(),
    state: OrderState,
    version: z.int(),
    establishment: z.object({ id: EstablishmentId, name: z.string() }),
    careUnit: z.object({ id: CareUnitId, name: z.string() }).nullable(),
    lineCount: z.int(),
    expectedAt: InstantView.nullable(),
    cutoffAt: InstantView.nullable(),
    /** Expected before now, and not yet with the establishment. */
    isLate: z.boolean(),
    submittedAt: InstantView.nullable(),
    createdAt: InstantView,
  })
  .meta({ ref: 'OrderSummary' })
export type OrderSummary = z.infer<typeof OrderSummary>

export const OrderPage = pageOf(OrderSummary).meta({ ref: 'OrderPage' })
export type OrderPage = z.infer<typeof OrderPage>

export const OrderView = OrderSummary.extend({
  comment: z.string(),
  deliveryPoint: z.object({ id: DeliveryPointId, name: z.string() }),
  run: z.object({ number: z.string(), name: z.string(), plannedAt: InstantView }).nullable(),
  backorderOf: OrderRef.nullable(),
  backorders: z.array(OrderRef),
  lines: z.array(OrderLineView),
  deliveries: z.array(
    z.object({
      id: DeliveryId,
      state: z.string(),
      noteId: DocumentId.nullable(),
      noteNumber: z.string().nullable(),
    }),
  ),
  timeline: z.array(
    z.object({
      at: InstantView,
      action: z.string(),
      fromState: z.string(),
      toState: z.string(),
      actorName: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** What can be done to it now, whoever asks; the server decides again on each request. */
  possibleActions: z.array(z.string()),
}).meta({ ref: 'OrderView' })
export type OrderView = z.infer<typeof OrderView>
