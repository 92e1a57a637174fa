import { z } from 'zod'
import { CalendarDate, InstantInput } from '../kernel/calendar.js'
import {
  DeliveryPointId,
  EstablishmentId,
  ExamId,
  GroupingId,
  newId,
  SpecimenShipmentId,
} from '../kernel/ids.js'
import { PageQuery } from '../kernel/paging.js'
import { TemperatureClass } from '../kernel/storage-class.js'
import { ReasonCode } from './reasons.js'
import { ShipmentState } from './transitions.js'
import { Origin, Processing, SpecimenCode, Urgency, Verdict } from './vocabulary.js'

const Text = z.string().trim().max(400)
const RequiredText = Text.min(1)
/** Free, since tubes come and go: « EDTA », « citrate »… Compared as written, without case. */
const TubeType = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((text) => text.toLowerCase())
const ExamCode = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .transform((code) => code.toUpperCase())

export const CreateExamInput = z
  .strictObject({
    groupingId: GroupingId,
    code: ExamCode,
    label: RequiredText.max(120),
    /** Coefficient of the French act nomenclature (lettre B). */
    letterB: z.int().positive().max(10_000).optional(),
    isCourierForbidden: z.boolean().default(false),
    /** The manual or the decision it comes from. */
    source: RequiredText,
  })
  .meta({ ref: 'CreateExamInput' })
export type CreateExamInput = z.output<typeof CreateExamInput>

export const CreateStabilityRuleInput = z
  .strictObject({
    examId: ExamId,
    tubeType: TubeType.optional(),
    temperatureClass: TemperatureClass.optional(),
    processing: Processing.optional(),
    origin: Origin.optional(),
    urgency: Urgency.optional(),
    idealMinutes: z.int().positive(),
    maximumMinutes: z
      .int()
      .positive()
      .max(60 * 24 * 60),
    isDerogable: z.boolean().default(false),
    source: RequiredText,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  })
  .refine(({ idealMinutes, maximumMinutes }) => idealMinutes <= maximumMinutes, {
    path: ['idealMinutes'],
    error: 'The ideal delay cannot be longer than the maximum one',
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    error: 'A rule ends on or after the day it starts',
  })
  .meta({ ref: 'CreateStabilityRuleInput' })
export type CreateStabilityRuleInput = z.output<typeof CreateStabilityRuleInput>

export const ListExamsQuery = PageQuery.extend({ groupingId: GroupingId.optional() })
export type ListExamsQuery = z.infer<typeof ListExamsQuery>
export const ListRulesQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  examId: ExamId.optional(),
})
export type ListRulesQuery = z.infer<typeof ListRulesQuery>

export const CreateShipmentInput = z
  .strictObject({
    groupingId: GroupingId,
    establishmentId: EstablishmentId,
    deliveryPointId: DeliveryPointId,
    temperatureClass: TemperatureClass,
  })
  .meta({ ref: 'CreateSpecimenShipmentInput' })
export type CreateShipmentInput = z.output<typeof CreateShipmentInput>

export const AddTubeInput = z
  .strictObject({
    code: SpecimenCode,
    tubeType: TubeType,
    processing: Processing.default('whole'),
    urgency: Urgency.default('routine'),
    /** To the minute. May come later, but not after sealing, and is never assumed. */
    collectedAt: InstantInput.optional(),
    /** The collector's initials or role: never the patient. */
    collectedBy: Text.max(80).optional(),
    examCodes: z
      .array(ExamCode)
      .min(1)
      .max(40)
      .refine((codes) => new Set(codes).size === codes.length, 'Each exam once'),
  })
  .meta({ ref: 'AddTubeInput' })
export type AddTubeInput = z.output<typeof AddTubeInput>

/** Packing instruction P650, layer by layer. Every point must hold. */
export const CHECKLIST_POINTS = [
  'leakproofPrimary',
  'leakproofSecondaryAbsorbent',
  'rigidOuter',
  'papersOutside',
] as const
const Checklist = z.strictObject({
  leakproofPrimary: z.boolean(),
  leakproofSecondaryAbsorbent: z.boolean(),
  rigidOuter: z.boolean(),
  /** The request forms travel outside the inner layers; the patient's name is not on the outside. */
  papersOutside: z.boolean(),
})

export const SealInput = z
  .strictObject({
    sealNumber: RequiredText.max(40).regex(/^[ -~]+$/, 'Plain characters, without accents'),
    loggerId: RequiredText.max(40)
      .regex(/^[ -~]+$/, 'Plain characters, without accents')
      .optional(),
    checklist: Checklist,
    /** Sends all the same what the next run brings too late. */
    overrideReason: RequiredText.optional(),
  })
  .meta({ ref: 'SealSpecimenShipmentInput' })
export type SealInput = z.output<typeof SealInput>

export const ReasonInput = z
  .strictObject({ reason: RequiredText })
  .meta({ ref: 'SpecimenShipmentReasonInput' })
export type ReasonInput = z.output<typeof ReasonInput>

export const ReceiveTubeInput = z
  .strictObject({
    tubeCode: SpecimenCode,
    verdict: Verdict,
    inputMode: z.enum(['scan', 'hand']),
    reasonCode: ReasonCode.optional(),
    comment: Text.default(''),
  })
  .meta({ ref: 'ReceiveTubeInput' })
export type ReceiveTubeInput = z.output<typeof ReceiveTubeInput>

export const ListShipmentsQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  establishmentId: EstablishmentId.optional(),
  containerCode: SpecimenCode.optional(),
  /** One state, or several separated by commas. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(ShipmentState))
    .optional(),
  /** First to expire first, unless the newest are wanted first. */
  order: z.enum(['deadline', 'newest']).optional(),
})
export type ListShipmentsQuery = z.output<typeof ListShipmentsQuery>

export const ListAlarmsQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  acknowledged: z.stringbool().optional(),
})
export type ListAlarmsQuery = z.output<typeof ListAlarmsQuery>

/** An alarm nobody says anything about comes back: what is being done stays with it. */
export const AcknowledgeInput = z
  .strictObject({ comment: RequiredText })
  .meta({ ref: 'AcknowledgeAlarmInput' })
export type AcknowledgeInput = z.output<typeof AcknowledgeInput>

/** Ids of things that have no branded id of their own. */
export const RowId = z.uuid()
export const newRowId = (): string => newId(RowId)
export const newShipmentId = (): SpecimenShipmentId => newId(SpecimenShipmentId)
