import type { Item, LocalRun, LocalStop } from './local-run.js'

export interface StopWork {
  readonly toHandOver: readonly Item[]
  readonly toTake: readonly Item[]
  readonly toDropOff: readonly Item[]
  /** Taken here without being announced here. */
  readonly extra: readonly Item[]
}

/** What a stop gives, takes and brings in, done or not: the list of the courier at the door. */
export function workAt(run: LocalRun, stop: LocalStop): StopWork {
  const { items } = run
  const isHere = (item: Item) => item.stopId === stop.id
  const toHandOver = items.filter(
    (item) =>
      item.kind === 'tote' && (item.doneStopId === stop.id || (isHere(item) && isOurs(item))),
  )
  const toTake = items.filter((item) => item.kind === 'specimens' && isHere(item))
  const isHome = (item: Item) => item.kind !== 'tote' && item.hubId === stop.establishmentId
  const toDropOff = items.filter(
    (item) =>
      isHome(item) && !isHere(item) && (item.phase === 'aboard' || item.doneStopId === stop.id),
  )
  const extra = items.filter(
    (item) => item.takenStopId === stop.id && !isHere(item) && !toDropOff.includes(item),
  )
  return { toHandOver, toTake, toDropOff, extra }
}

/** What is announced here and not done yet. */
export function leftAt(run: LocalRun, stop: LocalStop): Item[] {
  const { toHandOver, toTake, toDropOff } = workAt(run, stop)
  return [
    ...toHandOver.filter(({ phase }) => phase !== 'done'),
    ...toTake.filter(({ phase }) => phase === 'waiting'),
    ...toDropOff.filter(({ phase }) => phase === 'aboard'),
  ]
}

/** Narcotics given here for which nobody signed. */
export const needsSignature = (run: LocalRun, stop: LocalStop): boolean =>
  stop.signedBy === null &&
  run.items.some(({ hasNarcotics, doneStopId }) => hasNarcotics && doneStopId === stop.id)

export const isOpen = ({ state }: Pick<LocalStop, 'state'>): boolean =>
  state === 'pending' || state === 'arrived'

/** The stop to go to: the one reached and not finished, or else the next in order. */
export const nextStop = (run: Pick<LocalRun, 'stops'>): LocalStop | undefined =>
  run.stops.find(({ state }) => state === 'arrived') ?? run.stops.find(isOpen)

/** What must still be put down before the round is over: bags for a hub, totes nobody took. */
export const aboard = (run: Pick<LocalRun, 'items'>): Item[] =>
  run.items.filter(({ phase }) => phase === 'aboard')

/** Not settled by somebody else before this telephone had anything to do with it. */
const isOurs = ({ phase, takenAt, doneAt }: Item): boolean =>
  phase !== 'done' || takenAt !== null || doneAt !== null

/** The totes of the round, but for those that were delivered otherwise. */
export const totesToLoad = (run: Pick<LocalRun, 'items'>): Item[] =>
  run.items.filter((item) => item.kind === 'tote' && isOurs(item))
