import type { RunView } from '../../../../src/courier/run-schema.js'
import type { CustodyKind } from '../../../../src/custody/schema.js'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'

export type InputMode = 'camera' | 'wedge' | 'manual'
export type StopOutcome = 'done' | 'partial' | 'skipped' | 'failed'

/** One event as `POST /custody-events` takes it. Minted once, at the moment of the act, and never changed. */
export interface WireEvent {
  readonly eventId: string
  readonly sequence: number
  readonly kind: CustodyKind
  readonly containerCode?: string
  readonly runId: string
  readonly runStopId?: string
  readonly placeEstablishmentId?: string
  readonly counterpart?: string
  readonly inputMode: InputMode
  readonly manualReason?: string
  readonly temperatureDeciCelsius?: number
  readonly sealNumber?: string
  readonly deviceAt: string
}

/** What is known of a container, kept with the act so that the round can be told without the server. */
export interface ItemFacts {
  readonly code: string
  readonly kind: 'tote' | 'specimens' | 'unexpected'
  readonly temperatureClass: TemperatureClass | null
  /** The stop where a tote is handed over, or where specimens are taken. */
  readonly stopId: string | null
  /** Where it goes when its stop is not its end: the laboratory, or the hub it came from. */
  readonly hubId: string | null
  readonly sealNumber: string | null
  readonly loggerId: string | null
  readonly label: string | null
  readonly isUrgent: boolean
  readonly hasNarcotics: boolean
  readonly deadlineAt: string | null
}

/** The field is a thousand units wide and high, whatever the screen. */
export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

export type Command =
  | { readonly name: 'start' }
  | { readonly name: 'complete' }
  | { readonly name: 'abort'; readonly reason: string }
  | {
      readonly name: 'close'
      readonly stopId: string
      readonly outcome: Exclude<StopOutcome, 'done'>
      readonly reason: string
    }
  | {
      readonly name: 'sign'
      readonly stopId: string
      readonly signerName: string
      readonly signerQuality: string
      readonly containerCodes: readonly string[]
      readonly strokes: readonly Stroke[]
    }

/**
 * Waiting: not sent, or sent without an answer. Sent: the server has it. Conflict: the server kept it
 * beside what contradicts it. Refused: the server said no. Set aside: refused, and the courier has read why.
 */
export type ActState = 'waiting' | 'sent' | 'conflict' | 'refused' | 'set-aside'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly detail: string
}

interface ActBase {
  /** Order of the acts on this device; given by the database. */
  readonly position: number
  /** Event id or idempotency key: what makes a repetition harmless. */
  readonly id: string
  readonly userId: string
  readonly runId: string
  /** Device clock. */
  readonly at: string
  readonly state: ActState
  readonly settledAt?: string
  readonly refusal?: Refusal
  readonly flags?: readonly string[]
}

export interface EventAct extends ActBase {
  readonly type: 'event'
  readonly event: WireEvent
  readonly item?: ItemFacts
}

export interface CommandAct extends ActBase {
  readonly type: 'command'
  readonly command: Command
  /** The request as it was first sent: the same key must always come with the same bytes. */
  readonly body?: string
}

export type Act = EventAct | CommandAct
/** An act before the database gave it its place. */
export type NewAct = Omit<EventAct, 'position'> | Omit<CommandAct, 'position'>

export interface Hub {
  readonly establishmentId: string
  readonly name: string
  readonly kind: string
}

/** A run as it was last read from the server, with what is needed to drive it without network. */
export interface KnownRun {
  readonly id: string
  readonly userId: string
  readonly run: RunView
  /** By grouping: a van may carry for a pharmacy and for a laboratory. */
  readonly hubs: Readonly<Record<string, Hub>>
  readonly readAt: string
  /** Temperature classes the van is fitted for; all of them until the courier says otherwise. */
  readonly equipment?: readonly TemperatureClass[]
}
