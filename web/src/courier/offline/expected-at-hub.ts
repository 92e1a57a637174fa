import type { LocalRun } from './local-run.js'

/** How late the round runs: the delay of the latest stop reached, never less than none. Milliseconds. */
export function delayOf(run: Pick<LocalRun, 'stops'>): number {
  const reached = run.stops.filter(({ arrivedAt }) => arrivedAt !== null).at(-1)
  if (reached?.arrivedAt == null) return 0
  return Math.max(0, Date.parse(reached.arrivedAt) - Date.parse(reached.plannedAt))
}

/** When a stop is expected, moved by the delay of the round. */
export const expectedAt = (run: Pick<LocalRun, 'stops'>, plannedAt: string): string =>
  new Date(Date.parse(plannedAt) + delayOf(run)).toISOString()

/**
 * When what is taken now is expected at its hub: the next stop there, or the last stop, moved by the
 * delay of the round; never in the past. Null for a round without stops.
 */
export function expectedAtHub(
  run: Pick<LocalRun, 'stops'>,
  hubId: string | null,
  now: Date,
): string | null {
  const home = run.stops.find(
    ({ establishmentId, closedAt }) => establishmentId === hubId && closedAt === null,
  )
  const planned = (home ?? run.stops.at(-1))?.plannedAt
  if (planned === undefined) return null
  const expected = Date.parse(planned) + delayOf(run)
  return new Date(Math.max(expected, now.getTime())).toISOString()
}
