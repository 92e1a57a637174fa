import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import { EstablishmentId, GroupingId, OrderId, RunId } from '../kernel/ids.js'

export const TodayQuery = z.object({
  /** Only this grouping; otherwise all those the caller works for. */
  groupingId: GroupingId.optional(),
  /** For what an establishment sees: only this one. */
  establishmentId: EstablishmentId.optional(),
})
export type TodayQuery = z.infer<typeof TodayQuery>

/** How many orders are in each state that still waits for somebody. */
const OrdersByState = z.record(z.string(), z.int())

const NextRun = z.object({
  id: RunId,
  number: z.string(),
  name: z.string(),
  departsAt: InstantView,
  cutoffAt: InstantView,
  state: z.string(),
  orders: OrdersByState,
  urgentOrders: z.int(),
})

export const PharmacyDay = z.object({
  orders: OrdersByState,
  /** Approved, and the hub holds something to give: what waits only for stock is not in it. */
  toAllocate: z.int(),
  urgentOrders: z.int(),
  lateOrders: z.int(),
  /** Orders born from a short line that wait for stock, and their lines. */
  backorders: z.int(),
  backorderLines: z.int(),
  /** Orders at the hub with a line that is supplied short. */
  shortOrders: z.int(),
  deliveries: z.object({
    packed: z.int(),
    dispatched: z.int(),
    /** On the road after the time the establishment was told. */
    late: z.int(),
    /** Handed over, and not yet received by the establishment. */
    awaitingReceipt: z.int(),
  }),
  openDiscrepancies: z.int(),
  lots: z.object({ expiringSoon: z.int(), blocked: z.int() }),
  /** Products the hub has held and of which nothing is available. */
  outOfStock: z.int(),
  /** What the caller is preparing. */
  mine: z.array(
    z.object({ id: OrderId, number: z.string(), establishmentName: z.string(), state: z.string() }),
  ),
  nextRuns: z.array(NextRun),
})
export type PharmacyDay = z.infer<typeof PharmacyDay>

export const LaboratoryDay = z.object({
  /** Sealed or on the road. */
  expected: z.int(),
  /** At the laboratory, not yet opened. */
  arrived: z.int(),
  receiving: z.int(),
  /** Not yet at the bench, and past the deadline of their most pressing tube. */
  overdue: z.int(),
  openAlarms: z.int(),
})
export type LaboratoryDay = z.infer<typeof LaboratoryDay>

export const MemberDay = z.object({
  orders: OrdersByState,
  lateOrders: z.int(),
  deliveriesToReceive: z.int(),
  deliveriesOnTheWay: z.int(),
  openDiscrepancies: z.int(),
  shipmentDrafts: z.int(),
  shipmentsOnTheWay: z.int(),
  /** Issued, and still open to dispute. */
  statementsToRead: z.int(),
})
export type MemberDay = z.infer<typeof MemberDay>

/** Null where the caller has no part. */
export const TodayView = z
  .object({
    at: InstantView,
    pharmacy: PharmacyDay.nullable(),
    laboratory: LaboratoryDay.nullable(),
    member: MemberDay.nullable(),
  })
  .meta({ ref: 'Today' })
export type TodayView = z.infer<typeof TodayView>
