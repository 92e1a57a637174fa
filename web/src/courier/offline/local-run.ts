import type { RunStopView, RunView, StopShipment } from '../../../../src/courier/run-schema.js'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import type { Act, CommandAct, EventAct, Hub, ItemFacts, KnownRun } from './model.js'
import { TEMPERATURE_CLASSES, temperatureClassOf } from './temperature-classes.js'

export type Phase = 'waiting' | 'aboard' | 'done'

/** A container of the round with what happened to it, as far as this phone knows. */
export interface Item extends ItemFacts {
  readonly phase: Phase
  readonly takenAt: string | null
  readonly takenStopId: string | null
  readonly doneAt: string | null
  /** Where it was put down, when this phone did it. */
  readonly doneStopId: string | null
  readonly donePlaceId: string | null
}

export interface LocalStop extends Omit<RunStopView, 'deliveries' | 'shipments'> {
  readonly signedBy: string | null
}

export interface Reading {
  readonly at: string
  readonly deci: number
  readonly code: string | null
}

/** A round as it stands on this phone: what the server last said, and every act since. */
export interface LocalRun {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly serviceOn: string
  readonly departsAt: string
  readonly groupingId: string
  readonly courierId: string | null
  readonly courierName: string | null
  readonly state: RunView['state']
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly stops: readonly LocalStop[]
  readonly items: readonly Item[]
  readonly readings: readonly Reading[]
  readonly hubs: Readonly<Record<string, Hub>>
  readonly equipment: readonly TemperatureClass[]
  readonly readAt: string
}

/** Acts the server refused did not happen for it; what a device saw with its own eyes did. */
const counts = (act: Act): boolean =>
  act.type === 'event' || act.state === 'waiting' || act.state === 'sent'

/** Applies what happened on this phone to what the server last said. Repetitions change nothing. */
export function localRun(known: KnownRun, acts: readonly Act[]): LocalRun {
  const own = acts
    .filter(({ runId }) => runId === known.id)
    .filter(counts)
    .toSorted((a, b) => a.position - b.position)
  const { run } = known
  const items = itemsOf(known)
  const draft: Draft = {
    state: run.state,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    stops: new Map(run.stops.map((stop) => [stop.id, localStop(stop)])),
    items: new Map(items.map((item) => [item.code, item])),
    arrived: new Set(items.flatMap(({ code, phase }) => (phase === 'done' ? [code] : []))),
    readAt: known.readAt,
    readings: [],
  }
  for (const act of own) {
    if (act.type === 'event') applyEvent(draft, act)
    else applyCommand(draft, act)
  }
  return {
    id: run.id,
    number: run.number,
    name: run.name,
    serviceOn: run.serviceOn,
    departsAt: run.departsAt,
    groupingId: run.groupingId,
    courierId: run.courierId,
    courierName: run.courierName,
    state: draft.state,
    startedAt: draft.startedAt,
    endedAt: draft.endedAt,
    stops: [...draft.stops.values()].toSorted((a, b) => a.position - b.position),
    items: [...draft.items.values()],
    readings: draft.readings,
    hubs: known.hubs,
    equipment: known.equipment ?? TEMPERATURE_CLASSES,
    readAt: known.readAt,
  }
}

interface Draft {
  state: RunView['state']
  startedAt: string | null
  endedAt: string | null
  readonly stops: Map<string, LocalStop>
  readonly items: Map<string, Item>
  /** What the server said had arrived when it was last read. */
  readonly arrived: ReadonlySet<string>
  readonly readAt: string
  readonly readings: Reading[]
}

function applyEvent(draft: Draft, act: EventAct): void {
  const { event, item, at } = act
  const { kind, containerCode, runStopId } = event
  if (kind === 'arrived-at-stop' && runStopId !== undefined) {
    arrive(draft, runStopId, at)
    return
  }
  if (kind === 'closed-stop' && runStopId !== undefined) {
    close(draft, runStopId, { state: 'done', at, reason: null })
    return
  }
  if (kind === 'temperature') {
    const deci = event.temperatureDeciCelsius
    if (deci !== undefined) draft.readings.push({ at, deci, code: containerCode ?? null })
    return
  }
  if (containerCode === undefined) return
  const known = draft.items.get(containerCode) ?? fresh(item ?? unexpected(containerCode))
  const hasArrived = draft.arrived.has(containerCode) && isRead(draft, act)
  draft.items.set(containerCode, moved(known, event, { at, hasArrived }))
}

/** The server had this act when it was last read: what it said since then includes it. */
const isRead = ({ readAt }: Draft, { state, settledAt }: EventAct): boolean =>
  state === 'sent' && settledAt !== undefined && settledAt <= readAt

interface Moment {
  readonly at: string
  readonly hasArrived: boolean
}

/** The first hour of an act stays: scanning again is not doing again. */
function moved(item: Item, event: EventAct['event'], { at, hasArrived }: Moment): Item {
  const stopId = event.runStopId ?? null
  if (event.kind === 'picked-up') {
    if (item.phase === 'aboard' && item.takenAt !== null) return item
    const taken = { ...item, takenAt: item.takenAt ?? at, takenStopId: item.takenStopId ?? stopId }
    // Put down here and taken back since: this telephone knows better than a server that has it arrived.
    if (hasArrived && item.doneAt === null) return taken
    return { ...taken, phase: 'aboard', doneAt: null, doneStopId: null, donePlaceId: null }
  }
  if (item.phase === 'done' && item.doneAt !== null) return item
  const donePlaceId = event.placeEstablishmentId ?? null
  return { ...item, phase: 'done', doneAt: at, doneStopId: stopId, donePlaceId }
}

function applyCommand(draft: Draft, { command, at }: CommandAct): void {
  switch (command.name) {
    case 'start':
      if (draft.state !== 'planned' && draft.state !== 'assigned') return
      draft.state = 'started'
      draft.startedAt ??= at
      return
    case 'complete':
    case 'abort':
      if (draft.state === 'completed' || draft.state === 'aborted') return
      draft.state = command.name === 'complete' ? 'completed' : 'aborted'
      draft.endedAt ??= at
      return
    case 'close':
      close(draft, command.stopId, { state: command.outcome, at, reason: command.reason })
      return
    case 'sign': {
      const stop = draft.stops.get(command.stopId)
      if (stop !== undefined) {
        draft.stops.set(stop.id, { ...stop, signedBy: command.signerName })
      }
    }
  }
}

const isOpen = ({ state }: Pick<LocalStop, 'state'>): boolean =>
  state === 'pending' || state === 'arrived'

function arrive(draft: Draft, stopId: string, at: string): void {
  const stop = draft.stops.get(stopId)
  if (stop === undefined || stop.arrivedAt !== null) return
  const state = stop.state === 'pending' ? 'arrived' : stop.state
  draft.stops.set(stopId, { ...stop, state, arrivedAt: at })
}

interface Closing {
  readonly state: LocalStop['state']
  readonly at: string
  readonly reason: string | null
}

function close(draft: Draft, stopId: string, { state, at, reason }: Closing): void {
  const stop = draft.stops.get(stopId)
  if (stop === undefined || !isOpen(stop)) return
  draft.stops.set(stopId, { ...stop, state, closedAt: at, reason })
}

const localStop = ({ deliveries: _, shipments: __, ...stop }: RunStopView): LocalStop => ({
  ...stop,
  signedBy: null,
})

const fresh = (facts: ItemFacts, phase: Phase = 'waiting'): Item => ({
  ...facts,
  phase,
  takenAt: null,
  takenStopId: null,
  doneAt: null,
  doneStopId: null,
  donePlaceId: null,
})

const unexpected = (code: string): ItemFacts => ({
  code,
  kind: 'unexpected',
  temperatureClass: null,
  stopId: null,
  hubId: null,
  sealNumber: null,
  loggerId: null,
  label: null,
  isUrgent: false,
  hasNarcotics: false,
  deadlineAt: null,
})

/** An item of a code nobody announced. */
export const unexpectedItem = (code: string): Item => fresh(unexpected(code))

function itemsOf({ run, hubs }: KnownRun): Item[] {
  return run.stops.flatMap((stop) => [
    ...totesOf(stop, hubs[run.groupingId]?.establishmentId ?? null),
    ...stop.shipments
      .filter(({ state }) => state !== 'lost')
      .map((shipment) => specimensOf(stop, shipment, hubs)),
  ])
}

const ON_THE_WAY: ReadonlySet<string> = new Set(['packed', 'dispatched'])

function totesOf(stop: RunStopView, hubId: string | null): Item[] {
  return stop.deliveries.flatMap((delivery) =>
    delivery.totes.map((tote) =>
      fresh(
        {
          code: tote.code,
          kind: 'tote',
          temperatureClass: temperatureClassOf(tote.storageClass),
          stopId: stop.id,
          hubId,
          sealNumber: tote.sealNumber,
          loggerId: tote.loggerId,
          label: delivery.noteNumber ?? delivery.orderNumber,
          isUrgent: delivery.isUrgent,
          hasNarcotics: delivery.hasNarcotics,
          deadlineAt: null,
        },
        ON_THE_WAY.has(delivery.state) ? 'waiting' : 'done',
      ),
    ),
  )
}

const PHASES: Readonly<Record<string, Phase>> = { sealed: 'waiting', 'in-transit': 'aboard' }

const specimensOf = (stop: RunStopView, shipment: StopShipment, hubs: KnownRun['hubs']): Item =>
  fresh(
    {
      code: shipment.containerCode,
      kind: 'specimens',
      temperatureClass: temperatureClassOf(shipment.temperatureClass),
      stopId: stop.id,
      hubId: hubs[shipment.groupingId]?.establishmentId ?? null,
      sealNumber: shipment.sealNumber,
      loggerId: null,
      label: shipment.number,
      isUrgent: false,
      hasNarcotics: false,
      deadlineAt: shipment.deadlineAt,
    },
    PHASES[shipment.state] ?? 'done',
  )

/** The facts of an item, without what happened to it: what an act keeps. */
export const factsOf = ({
  phase: _phase,
  takenAt: _takenAt,
  takenStopId: _takenStopId,
  doneAt: _doneAt,
  doneStopId: _doneStopId,
  donePlaceId: _donePlaceId,
  ...facts
}: Item): ItemFacts => facts
