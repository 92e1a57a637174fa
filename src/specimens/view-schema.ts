import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import {
  DeliveryPointId,
  DocumentId,
  EstablishmentId,
  ExamId,
  GroupingId,
  RunStopId,
  SpecimenShipmentId,
  TubeId,
} from '../kernel/ids.js'
import { pageOf } from '../kernel/paging.js'
import { TemperatureClass } from '../kernel/storage-class.js'
import { ReasonCode } from './reasons.js'
import { SHIPMENT_ACTIONS, ShipmentState } from './transitions.js'
import { TubeState, VERDICTS } from './vocabulary.js'

export const ExamView = z
  .object({
    id: ExamId,
    groupingId: GroupingId,
    code: z.string(),
    label: z.string(),
    letterB: z.int().nullable(),
    isCourierForbidden: z.boolean(),
    source: z.string(),
  })
  .meta({ ref: 'Exam' })
export type ExamView = z.infer<typeof ExamView>
export const ExamPage = pageOf(ExamView).meta({ ref: 'ExamPage' })
export type ExamPage = z.infer<typeof ExamPage>

export const StabilityRuleView = z
  .object({
    id: z.uuid(),
    groupingId: GroupingId,
    examId: ExamId,
    examCode: z.string(),
    tubeType: z.string().nullable(),
    temperatureClass: z.string().nullable(),
    processing: z.string().nullable(),
    origin: z.string().nullable(),
    urgency: z.string().nullable(),
    idealMinutes: z.int(),
    maximumMinutes: z.int(),
    isDerogable: z.boolean(),
    source: z.string(),
    approvedById: z.uuid().nullable(),
    approvedBy: z.string().nullable(),
    version: z.int(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .meta({ ref: 'StabilityRule' })
export type StabilityRuleView = z.infer<typeof StabilityRuleView>
export const StabilityRulePage = pageOf(StabilityRuleView).meta({ ref: 'StabilityRulePage' })
export type StabilityRulePage = z.infer<typeof StabilityRulePage>

const VerdictView = z.object({
  verdict: z.string(),
  inputMode: z.string(),
  reasonCode: z.string().nullable(),
  reasonLabel: z.string().nullable(),
  responsible: z.string().nullable(),
  needsNewCollection: z.boolean(),
  comment: z.string(),
  minutesSinceCollection: z.int().nullable(),
  at: InstantView,
})

export const TubeView = z.object({
  id: TubeId,
  code: z.string(),
  tubeType: z.string(),
  processing: z.string(),
  urgency: z.string(),
  state: TubeState,
  isUnlisted: z.boolean(),
  collectedAt: InstantView.nullable(),
  collectedBy: z.string().nullable(),
  deadlineAt: InstantView.nullable(),
  idealAt: InstantView.nullable(),
  /** The exam that expires first, and the version of the rule that says so. */
  deciding: z.object({ examCode: z.string(), ruleId: z.uuid(), version: z.int() }).nullable(),
  exams: z.array(z.object({ code: z.string(), label: z.string(), hasRule: z.boolean() })),
  /** The last one counts. */
  verdicts: z.array(VerdictView),
})
export type TubeView = z.infer<typeof TubeView>

export const ShipmentSummary = z
  .object({
    id: SpecimenShipmentId,
    groupingId: GroupingId,
    number: z.string(),
    containerCode: z.string(),
    state: ShipmentState,
    hasDiscrepancy: z.boolean(),
    temperatureClass: TemperatureClass,
    establishment: z.object({ id: EstablishmentId, name: z.string() }),
    tubeCount: z.int(),
    /** Tubes the bench has not decided about. */
    undecidedTubes: z.int(),
    isUrgent: z.boolean(),
    deadlineAt: InstantView.nullable(),
    /** The ideal limit of the tube that expires first. */
    idealAt: InstantView.nullable(),
    holder: z
      .object({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() })
      .nullable(),
    /** When its run should bring it to the laboratory, with the run's present delay; null once there. */
    expectedAt: InstantView.nullable(),
    runStopId: RunStopId.nullable(),
    plannedPickUpAt: InstantView.nullable(),
    sealedAt: InstantView.nullable(),
    pickedUpAt: InstantView.nullable(),
    deliveredAt: InstantView.nullable(),
    reconciledAt: InstantView.nullable(),
    createdAt: InstantView,
    version: z.int(),
  })
  .meta({ ref: 'SpecimenShipmentSummary' })
export type ShipmentSummary = z.infer<typeof ShipmentSummary>
export const ShipmentPage = pageOf(ShipmentSummary).meta({ ref: 'SpecimenShipmentPage' })
export type ShipmentPage = z.infer<typeof ShipmentPage>

const CustodyLine = z.object({
  eventId: z.uuid(),
  kind: z.string(),
  tubeCode: z.string().nullable(),
  actorId: z.uuid(),
  counterpart: z.string().nullable(),
  inputMode: z.string(),
  temperatureDeciCelsius: z.int().nullable(),
  occurredAt: InstantView,
  receivedAt: InstantView,
  clockOffsetMs: z.int(),
  flags: z.array(z.string()),
})

/** The points ticked, and the reason of a sealing out of time. */
export const ChecklistView = z.record(z.string(), z.union([z.boolean(), z.string()]))

export const ShipmentView = ShipmentSummary.extend({
  deliveryPoint: z.object({ id: DeliveryPointId, name: z.string() }),
  deadlineTubeId: TubeId.nullable(),
  sealNumber: z.string().nullable(),
  loggerId: z.string().nullable(),
  checklist: ChecklistView.nullable(),
  tubes: z.array(TubeView),
  custody: z.array(CustodyLine),
  documents: z.array(z.object({ id: DocumentId, kind: z.string(), title: z.string() })),
  possibleActions: z.array(z.enum(SHIPMENT_ACTIONS)),
}).meta({ ref: 'SpecimenShipment' })
export type ShipmentView = z.infer<typeof ShipmentView>

/** What the bench hears right after a scan. */
export const ReceptionView = z
  .object({
    tubeCode: z.string(),
    outcome: z.enum([...VERDICTS, 'unexpected', 'misrouted']),
    isRepetition: z.boolean(),
    isPastDeadline: z.boolean(),
    minutesSinceCollection: z.int().nullable(),
    /** The shipment a misrouted tube was announced in. */
    listedIn: z.object({ shipmentId: SpecimenShipmentId, number: z.string() }).nullable(),
    remainingTubes: z.int(),
  })
  .meta({ ref: 'TubeReception' })
export type ReceptionView = z.infer<typeof ReceptionView>

export const AlarmView = z
  .object({
    id: z.uuid(),
    groupingId: GroupingId,
    kind: z.enum(['approaching', 'expected-late']),
    thresholdMinutes: z.int().nullable(),
    shipment: z.object({
      id: SpecimenShipmentId,
      number: z.string(),
      state: ShipmentState,
      establishmentId: EstablishmentId,
      establishmentName: z.string(),
    }),
    deadlineAt: InstantView,
    expectedAt: InstantView.nullable(),
    raisedAt: InstantView,
    acknowledgedAt: InstantView.nullable(),
    acknowledgedBy: z.string().nullable(),
    /** What that person does about it. */
    comment: z.string(),
  })
  .meta({ ref: 'DeadlineAlarm' })
export type AlarmView = z.infer<typeof AlarmView>
export const AlarmPage = pageOf(AlarmView).meta({ ref: 'DeadlineAlarmPage' })
export type AlarmPage = z.infer<typeof AlarmPage>

export const ReasonList = z
  .object({
    items: z.array(
      z.object({
        code: ReasonCode,
        label: z.string(),
        verdicts: z.array(z.enum(VERDICTS)),
        responsible: z.string(),
        needsNewCollection: z.boolean(),
      }),
    ),
  })
  .meta({ ref: 'ReceptionReasonList' })
export type ReasonList = z.infer<typeof ReasonList>
