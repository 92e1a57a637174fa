import { z } from 'zod'
import { CalendarDate, InstantInput, InstantView } from '../kernel/calendar.js'
import {
  DeliveryId,
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  OrderId,
  RunId,
  RunStopId,
  RunTemplateId,
  SpecimenShipmentId,
  UserId,
} from '../kernel/ids.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { CutoffMinutes, Reason, RunName, StopsInput } from './template-schema.js'
import { RunState, StopState } from './transitions.js'

export const PlanSingleRunInput = z
  .strictObject({
    groupingId: GroupingId,
    name: RunName,
    departsAt: InstantInput,
    cutoffMinutes: CutoffMinutes.default(0),
    courierId: UserId.optional(),
    stops: StopsInput,
  })
  .meta({ ref: 'PlanSingleRunInput' })
export type PlanSingleRunInput = z.output<typeof PlanSingleRunInput>

export const AssignRunInput = z
  .strictObject({
    /** Null takes the run back from its courier. */
    courierId: UserId.nullable(),
  })
  .meta({ ref: 'AssignRunInput' })
export type AssignRunInput = z.output<typeof AssignRunInput>

/** Leaving and coming back are also told late, by a phone that had no network. */
export const RunMomentInput = z
  .strictObject({
    /** When it happened, if not now. */
    at: InstantInput.optional(),
  })
  .meta({ ref: 'RunMomentInput' })
export type RunMomentInput = z.output<typeof RunMomentInput>

export const AbortRunInput = z.strictObject({ reason: Reason }).meta({ ref: 'AbortRunInput' })
export type AbortRunInput = z.output<typeof AbortRunInput>

export const ArriveInput = z
  .strictObject({
    /** When it happened, if not now. */
    at: InstantInput.optional(),
  })
  .meta({ ref: 'ArriveAtStopInput' })
export type ArriveInput = z.output<typeof ArriveInput>

export const STOP_OUTCOMES = ['done', 'partial', 'skipped', 'failed'] as const
export const StopOutcome = z.enum(STOP_OUTCOMES)
export type StopOutcome = z.infer<typeof StopOutcome>

export const CloseStopInput = z
  .strictObject({
    outcome: StopOutcome,
    reason: Reason.optional(),
    /** When it happened, if not now: a stop may be closed late. */
    at: InstantInput.optional(),
  })
  .refine(({ outcome, reason }) => outcome === 'done' || reason !== undefined, {
    path: ['reason'],
    error: 'Say why: required unless everything was done',
  })
  .meta({ ref: 'CloseStopInput' })
export type CloseStopInput = z.output<typeof CloseStopInput>

export const SheetInput = z.strictObject({ reason: Reason.optional() }).meta({ ref: 'SheetInput' })
export type SheetInput = z.output<typeof SheetInput>

export const SheetView = z
  .object({ documentId: DocumentId, number: z.string().nullable() })
  .meta({ ref: 'RunSheetIssued' })
export type SheetView = z.infer<typeof SheetView>

export const ListRunsQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  /** The civil day of service; without it, everything from yesterday on. */
  day: CalendarDate.optional(),
  state: RunState.optional(),
  mine: z.stringbool().optional(),
})
export type ListRunsQuery = z.output<typeof ListRunsQuery>

const RunHead = z.object({
  id: RunId,
  groupingId: GroupingId,
  templateId: RunTemplateId.nullable(),
  number: z.string().meta({ example: 'T-2026-00042' }),
  name: z.string(),
  serviceOn: CalendarDate,
  departsAt: InstantView,
  cutoffAt: InstantView,
  state: RunState,
  courierId: UserId.nullable(),
  courierName: z.string().nullable(),
  startedAt: InstantView.nullable(),
  endedAt: InstantView.nullable(),
  reason: z.string().nullable(),
})

export const RunSummary = RunHead.extend({
  /** Of the stops the caller may see. */
  stops: z.int(),
  openStops: z.int(),
}).meta({ ref: 'RunSummary' })
export type RunSummary = z.infer<typeof RunSummary>

export const RunPage = pageOf(RunSummary).meta({ ref: 'RunPage' })
export type RunPage = z.infer<typeof RunPage>

const ToteToHandOver = z.object({
  code: z.string(),
  storageClass: z.string(),
  sealNumber: z.string().nullable(),
  loggerId: z.string().nullable(),
})

export const StopDelivery = z.object({
  id: DeliveryId,
  orderId: OrderId,
  orderNumber: z.string(),
  noteNumber: z.string().nullable(),
  state: z.string(),
  isUrgent: z.boolean(),
  /** Handed over in person, against a signature. */
  hasNarcotics: z.boolean(),
  totes: z.array(ToteToHandOver),
})
export type StopDelivery = z.infer<typeof StopDelivery>

export const StopShipment = z.object({
  id: SpecimenShipmentId,
  /** The laboratory's grouping, which may not be the run's. */
  groupingId: GroupingId,
  number: z.string(),
  containerCode: z.string(),
  temperatureClass: z.string(),
  state: z.string(),
  sealNumber: z.string().nullable(),
  deadlineAt: InstantView.nullable(),
})
export type StopShipment = z.infer<typeof StopShipment>

const StopHead = z.object({
  id: RunStopId,
  position: z.int(),
  establishmentId: EstablishmentId,
  establishmentName: z.string(),
  shortName: z.string(),
  address: z.array(z.string()),
  phone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  deliveryPointId: DeliveryPointId,
  deliveryPointName: z.string(),
  instructions: z.string(),
  plannedAt: InstantView,
  delivers: z.boolean(),
  collectsSpecimens: z.boolean(),
  state: StopState,
  arrivedAt: InstantView.nullable(),
  closedAt: InstantView.nullable(),
  reason: z.string().nullable(),
})

export const RunStopView = StopHead.extend({
  deliveries: z.array(StopDelivery),
  shipments: z.array(StopShipment),
}).meta({ ref: 'RunStopView' })
export type RunStopView = z.infer<typeof RunStopView>

export const RunView = RunHead.extend({ stops: z.array(RunStopView) }).meta({ ref: 'RunView' })
export type RunView = z.infer<typeof RunView>
