import type { Deed, Place } from './judge-scan.js'
import { factsOf, type Item, type LocalRun } from './local-run.js'
import type { InputMode } from './model.js'
import type { ActDraft, EventDraft } from './record-acts.js'

export interface Doing {
  readonly deed: Deed
  readonly item: Item
  readonly mode: InputMode
  /** Why it was done by hand, or all the same. */
  readonly reason?: string
  /** Read on the container, when it is not the one announced. */
  readonly sealNumber?: string
}

/** What is written when a deed is done: arriving comes first when nobody said it. */
export function draftsOf(run: LocalRun, place: Place, doing: Doing): ActDraft[] {
  const { deed, item, mode, reason, sealNumber } = doing
  const event: EventDraft = {
    kind: deed === 'loaded' || deed === 'picked-up' ? 'picked-up' : 'dropped-off',
    containerCode: item.code,
    inputMode: mode,
    ...(reason !== undefined && { manualReason: reason }),
    ...(sealNumber !== undefined && { sealNumber }),
    ...(place.kind === 'stop' && { runStopId: place.stopId }),
    ...placeOf(run, place, deed),
    item: factsOf(item),
  }
  return [...beforeAt(run, place), { type: 'event', event }]
}

const GIVEN: ReadonlySet<Deed> = new Set(['handed-over', 'dropped-off', 'brought-back'])

function placeOf(
  run: LocalRun,
  place: Place,
  deed: Deed,
): Pick<EventDraft, 'placeEstablishmentId'> {
  if (!GIVEN.has(deed)) return {}
  if (place.kind === 'hub') return { placeEstablishmentId: place.establishmentId }
  if (place.kind === 'loading') return {}
  const stop = run.stops.find(({ id }) => id === place.stopId)
  return stop === undefined ? {} : { placeEstablishmentId: stop.establishmentId }
}

/** Whoever acts at a stop has left, and is there: no button need be pressed first. */
export function beforeAt(run: LocalRun, place: Place): ActDraft[] {
  if (place.kind !== 'stop') return []
  const stop = run.stops.find(({ id }) => id === place.stopId)
  const isThere = stop === undefined || stop.arrivedAt !== null
  return [...departureOf(run), ...(isThere ? [] : [arrivalAt(stop.id)])]
}

/** The server closes no stop of a run that has not left. */
export const departureOf = ({ state }: Pick<LocalRun, 'state'>): ActDraft[] =>
  state === 'assigned' ? [{ type: 'command', command: { name: 'start' } }] : []

const arrivalAt = (runStopId: string): ActDraft => ({
  type: 'event',
  event: { kind: 'arrived-at-stop', runStopId, inputMode: 'manual', manualReason: BUTTON },
})

/** The contrary of putting down: it is aboard again, and both acts are kept. */
export function takenBack(item: Item, place: Place): ActDraft {
  const runStopId = place.kind === 'stop' ? { runStopId: place.stopId } : {}
  const by = { inputMode: 'manual', manualReason: TAKEN_BACK } as const
  const event = { kind: 'picked-up', containerCode: item.code, ...by, ...runStopId } as const
  return { type: 'event', event: { ...event, item: factsOf(item) } }
}

export const closingOf = (runStopId: string): ActDraft => ({
  type: 'event',
  event: { kind: 'closed-stop', runStopId, inputMode: 'manual', manualReason: BUTTON },
})

export const readingOf = (
  temperatureDeciCelsius: number,
  containerCode: string | undefined,
): ActDraft => ({
  type: 'event',
  event: {
    kind: 'temperature',
    temperatureDeciCelsius,
    inputMode: 'manual',
    manualReason: BUTTON,
    ...(containerCode !== undefined && { containerCode }),
  },
})

/** The server asks why nothing was scanned: stops and thermometers have no code. */
const BUTTON = 'Saisi sur le téléphone'
const TAKEN_BACK = 'Repris à bord'
