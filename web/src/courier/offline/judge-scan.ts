import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { readingsOf } from './codes.js'
import { expectedAtHub } from './expected-at-hub.js'
import type { Item, LocalRun, LocalStop } from './local-run.js'

/** Where the courier stands: loading at the hub, at a stop, or bringing things in at the end. */
export type Place =
  | { readonly kind: 'loading' }
  | { readonly kind: 'stop'; readonly stopId: string }
  | { readonly kind: 'hub'; readonly establishmentId: string }

export type Deed = 'loaded' | 'handed-over' | 'picked-up' | 'dropped-off' | 'brought-back'

export type Warning =
  | { readonly kind: 'not-loaded' }
  | { readonly kind: 'needs-signature' }
  | { readonly kind: 'deadline-passed'; readonly deadlineAt: string }
  | { readonly kind: 'deadline-at-risk'; readonly deadlineAt: string; readonly expectedAt: string }

/** What a scan means here and now. Only a `deed` happens by itself: everything else asks. */
export type Verdict =
  | {
      readonly kind: 'deed'
      readonly deed: Deed
      readonly item: Item
      readonly warnings: readonly Warning[]
    }
  | { readonly kind: 'already'; readonly item: Item; readonly at: string | null }
  | {
      readonly kind: 'not-here'
      readonly item: Item
      readonly deed: Deed
      readonly belongsTo: LocalStop | null
    }
  | {
      readonly kind: 'wrong-class'
      readonly item: Item
      readonly deed: Deed
      readonly temperatureClass: TemperatureClass
    }
  /** Current: the round was read just now, so that nobody has added it since. */
  | {
      readonly kind: 'unknown'
      readonly code: string
      readonly readAt: string
      readonly isCurrent: boolean
    }
  | { readonly kind: 'unreadable' }

/** A round read this lately has what the pharmacy has dispatched. */
const CURRENT_MS = 30_000

export interface Scan {
  readonly raw: string
  /** Device clock. */
  readonly now: Date
}

/** Decides on the phone what a scan means. Never blocks reality: what asks may be done all the same, with a reason. */
export function judgeScan(run: LocalRun, place: Place, { raw, now }: Scan): Verdict {
  const readings = readingsOf(raw)
  const [code] = readings
  if (code === undefined) return { kind: 'unreadable' }
  const item = readings.flatMap(
    (reading) => run.items.find((known) => known.code === reading) ?? [],
  )[0]
  if (item === undefined) return unknown(run, code, now)
  const deed = deedFor(run, place, item)
  if (deed === 'already') {
    return { kind: 'already', item, at: item.phase === 'done' ? item.doneAt : item.takenAt }
  }
  if (deed === undefined) return elsewhere(run, place, item)
  return accept(run, item, { deed, now })
}

function unknown({ readAt }: LocalRun, code: string, now: Date): Verdict {
  return {
    kind: 'unknown',
    code,
    readAt,
    isCurrent: now.getTime() - Date.parse(readAt) < CURRENT_MS,
  }
}

function deedFor(run: LocalRun, place: Place, item: Item): Deed | 'already' | undefined {
  switch (place.kind) {
    case 'loading':
      return whenLoading(item)
    case 'stop':
      return whenAtStop(run, place.stopId, item)
    case 'hub':
      return whenAtHub(place.establishmentId, item)
  }
}

function whenLoading(item: Item): Deed | 'already' | undefined {
  if (item.phase !== 'waiting') return 'already'
  return item.kind === 'tote' ? 'loaded' : undefined
}

function whenAtStop(run: LocalRun, stopId: string, item: Item): Deed | 'already' | undefined {
  const stop = run.stops.find(({ id }) => id === stopId)
  const isHome = item.hubId !== null && stop?.establishmentId === item.hubId
  if (item.phase === 'done') return 'already'
  if (item.kind === 'tote') return item.stopId === stopId ? 'handed-over' : undefined
  if (item.phase === 'aboard') return isHome ? 'dropped-off' : 'already'
  return item.stopId === stopId ? 'picked-up' : undefined
}

function whenAtHub(establishmentId: string, item: Item): Deed | 'already' | undefined {
  if (item.phase === 'done') return 'already'
  if (item.kind === 'unexpected') return 'dropped-off'
  if (item.hubId !== establishmentId) return undefined
  if (item.kind === 'tote') return 'brought-back'
  return 'dropped-off'
}

function elsewhere(run: LocalRun, place: Place, item: Item): Verdict {
  const belongsTo = run.stops.find(({ id }) => id === item.stopId) ?? null
  return { kind: 'not-here', item, deed: anyway(place, item), belongsTo }
}

/** What it would be if it were done here all the same. */
function anyway(place: Place, item: Item): Deed {
  if (place.kind === 'loading') return 'loaded'
  if (place.kind === 'hub') return 'dropped-off'
  return item.kind === 'tote' ? 'handed-over' : 'picked-up'
}

interface Doing {
  readonly deed: Deed
  readonly now: Date
}

function accept(run: LocalRun, item: Item, { deed, now }: Doing): Verdict {
  const { temperatureClass } = item
  const isTaken = deed === 'loaded' || deed === 'picked-up'
  if (isTaken && temperatureClass !== null && !run.equipment.includes(temperatureClass)) {
    return { kind: 'wrong-class', item, deed, temperatureClass }
  }
  return { kind: 'deed', deed, item, warnings: warningsOf(run, item, { deed, now }) }
}

function warningsOf(run: LocalRun, item: Item, { deed, now }: Doing): Warning[] {
  const warnings: Warning[] = []
  if (deed === 'handed-over' && item.phase === 'waiting') warnings.push({ kind: 'not-loaded' })
  if (deed === 'handed-over' && item.hasNarcotics) warnings.push({ kind: 'needs-signature' })
  if (deed === 'picked-up' && item.deadlineAt !== null) {
    const { deadlineAt } = item
    const expectedAt = expectedAtHub(run, item.hubId, now)
    if (new Date(deadlineAt) <= now) warnings.push({ kind: 'deadline-passed', deadlineAt })
    else if (expectedAt !== null && expectedAt > deadlineAt) {
      warnings.push({ kind: 'deadline-at-risk', deadlineAt, expectedAt })
    }
  }
  return warnings
}
