import { z } from 'zod'
import { InstantInput, InstantView } from '../kernel/calendar.js'
import { EstablishmentId, GroupingId, RunId, RunStopId, UserId } from '../kernel/ids.js'
import { PageQuery, pageOf } from '../kernel/paging.js'

export const CUSTODY_KINDS = [
  'picked-up',
  'handed-over',
  'dropped-off',
  'temperature',
  'arrived-at-stop',
  'closed-stop',
  'received',
] as const
export const CustodyKind = z.enum(CUSTODY_KINDS)
export type CustodyKind = z.infer<typeof CustodyKind>

export const EVENTS_PER_BATCH_MAX = 200

/** Scanned codes come in any case and with the scanner's spaces around them. */
const ScannedCode = z
  .string()
  .trim()
  .min(1)
  .max(48)
  .transform((code) => code.toUpperCase())

/** The id is minted on the device at the moment of the act and never regenerated: it makes a repetition harmless. */
const EventId = z.uuid()

/** One act a device saw. What it concerns is a container, a tube, a stop or, for a temperature, a run. */
export const CustodyEventInput = z
  .strictObject({
    eventId: EventId,
    /** Counts up on the device: gaps stay visible. */
    sequence: z.int().nonnegative(),
    kind: CustodyKind,
    containerCode: ScannedCode.optional(),
    tubeCode: ScannedCode.optional(),
    runId: RunId.optional(),
    runStopId: RunStopId.optional(),
    placeEstablishmentId: EstablishmentId.optional(),
    /** Who gave or took: a person's id, or a name as written. */
    counterpart: z.string().trim().min(1).max(120).optional(),
    inputMode: z.enum(['camera', 'wedge', 'manual']),
    manualReason: z.string().trim().min(1).max(200).optional(),
    /** Tenths of a degree Celsius. */
    temperatureDeciCelsius: z.int().min(-2000).max(1000).optional(),
    sealNumber: z.string().trim().min(1).max(48).optional(),
    deviceAt: InstantInput,
  })
  .refine(({ inputMode, manualReason }) => inputMode !== 'manual' || manualReason !== undefined, {
    path: ['manualReason'],
    error: 'A code typed by hand needs a reason',
  })
  .refine(
    ({ kind, temperatureDeciCelsius: read }) => kind !== 'temperature' || read !== undefined,
    {
      path: ['temperatureDeciCelsius'],
      error: 'Give the temperature that was read',
    },
  )
  .refine(hasSubject, {
    path: ['containerCode'],
    error: 'Give the container or the tube; for a stop the stop; for a temperature also the run',
  })
export type CustodyEventInput = z.output<typeof CustodyEventInput>

function hasSubject(event: {
  kind: CustodyKind
  containerCode?: string | undefined
  tubeCode?: string | undefined
  runId?: string | undefined
  runStopId?: string | undefined
}): boolean {
  if (event.kind === 'arrived-at-stop' || event.kind === 'closed-stop') {
    return event.runStopId !== undefined
  }
  if (event.containerCode !== undefined || event.tubeCode !== undefined) return true
  return event.kind === 'temperature' && event.runId !== undefined
}

const { $schema: _dialect, ...eventShape } = z.toJSONSchema(CustodyEventInput, { io: 'input' })

/** PostgreSQL stores neither U+0000, which broken scanners send, nor halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu
const storable = (event: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replaceAll(UNSTORABLE, '') : value,
    ]),
  )

/**
 * Each event is checked on its own, so that one malformed event never keeps the others, which happened,
 * on the phone.
 */
const AnyEvent = z.record(z.string(), z.unknown()).meta(eventShape).transform(storable)

export const IngestEventsInput = z
  .strictObject({
    deviceId: z.uuid(),
    /** The device's own clock when it sends: measures how wrong that clock is. */
    sentAt: InstantInput,
    events: z.array(AnyEvent).min(1).max(EVENTS_PER_BATCH_MAX),
  })
  .meta({ ref: 'IngestEventsInput' })
export type IngestEventsInput = z.output<typeof IngestEventsInput>

export const EVENT_RESULTS = ['accepted', 'duplicate', 'conflict', 'rejected'] as const
const EventResult = z.enum(EVENT_RESULTS)

export const EventVerdict = z
  .object({
    eventId: z.string().nullable(),
    result: EventResult,
    reason: z.string().nullable(),
    containerCode: z.string().nullable(),
    flags: z.array(z.string()),
  })
  .meta({ ref: 'CustodyEventVerdict' })
export type EventVerdict = z.infer<typeof EventVerdict>

/** The verdicts are in the order of the events sent. */
export const IngestView = z
  .object({
    receivedAt: InstantView,
    clockOffsetMs: z.int(),
    counts: z.record(EventResult, z.int()),
    items: z.array(EventVerdict),
  })
  .meta({ ref: 'CustodyIngest' })
export type IngestView = z.infer<typeof IngestView>

export const CustodyEventView = z
  .object({
    eventId: z.uuid(),
    kind: CustodyKind,
    containerCode: z.string(),
    tubeCode: z.string().nullable(),
    position: z.int(),
    deviceId: z.uuid(),
    sequence: z.int(),
    actorId: UserId,
    actorName: z.string().nullable(),
    counterpart: z.string().nullable(),
    placeEstablishmentId: EstablishmentId.nullable(),
    placeName: z.string().nullable(),
    runId: RunId.nullable(),
    runStopId: RunStopId.nullable(),
    inputMode: z.string(),
    manualReason: z.string().nullable(),
    temperatureDeciCelsius: z.int().nullable(),
    sealNumber: z.string().nullable(),
    deviceAt: InstantView,
    clockOffsetMs: z.int(),
    occurredAt: InstantView,
    receivedAt: InstantView,
    flags: z.array(z.string()),
  })
  .meta({ ref: 'CustodyEvent' })
export type CustodyEventView = z.infer<typeof CustodyEventView>

export const CustodyFinding = z.object({
  reason: z.enum(['inferred-pick-up', 'second-pick-up', 'one-sided-handover', 'after-arrival']),
  eventId: z.uuid(),
})

/** Everything known of one container: its events in order, who holds it, and what does not fit. */
export const CustodyTimeline = z
  .object({
    containerCode: z.string(),
    groupingId: GroupingId,
    subjectType: z.string(),
    subjectId: z.uuid().nullable(),
    holderKind: z.string(),
    holderId: z.uuid().nullable(),
    findings: z.array(CustodyFinding),
    events: z.array(CustodyEventView),
  })
  .meta({ ref: 'CustodyTimeline' })
export type CustodyTimeline = z.infer<typeof CustodyTimeline>

export const TimelineQuery = z.object({ containerCode: ScannedCode })
export type TimelineQuery = z.output<typeof TimelineQuery>

export const ListConflictsQuery = PageQuery.extend({ groupingId: GroupingId.optional() })
export type ListConflictsQuery = z.infer<typeof ListConflictsQuery>

export const CustodyConflictView = z
  .object({
    id: z.uuid(),
    groupingId: GroupingId,
    eventId: z.uuid(),
    deviceId: z.uuid(),
    sequence: z.int(),
    reason: z.string(),
    payload: z.record(z.string(), z.unknown()),
    receivedAt: InstantView,
  })
  .meta({ ref: 'CustodyConflict' })
export const ConflictPage = pageOf(CustodyConflictView).meta({ ref: 'CustodyConflictPage' })
export type ConflictPage = z.infer<typeof ConflictPage>
