import type { RunStopView, RunView } from '../../../src/courier/run-schema.js'

export interface StopTime {
  readonly stop: RunStopView
  /** Where the stop is drawn on the time axis. */
  readonly atMs: number
  readonly kind: 'actual' | 'expected' | 'planned'
}

/**
 * When each stop was, or will be: a run that left is as late as at its last passage. An estimate for
 * whoever looks; nothing is decided from it.
 */
export function timesOf(run: RunView): { readonly times: StopTime[]; readonly lateMs: number } {
  const lateMs = latenessOf(run)
  const times = run.stops.map((stop): StopTime => {
    const passed = stop.arrivedAt ?? stop.closedAt
    if (passed !== null) return { stop, atMs: Date.parse(passed), kind: 'actual' }
    const plannedMs = Date.parse(stop.plannedAt)
    return run.state === 'started'
      ? { stop, atMs: plannedMs + lateMs, kind: 'expected' }
      : { stop, atMs: plannedMs, kind: 'planned' }
  })
  return { times, lateMs }
}

function latenessOf({ startedAt, departsAt, state, stops }: RunView): number {
  if (startedAt === null || state !== 'started') return 0
  const last = stops.findLast(({ arrivedAt }) => arrivedAt !== null)
  const late =
    last?.arrivedAt == null
      ? Date.parse(startedAt) - Date.parse(departsAt)
      : Date.parse(last.arrivedAt) - Date.parse(last.plannedAt)
  return Math.max(0, late)
}
