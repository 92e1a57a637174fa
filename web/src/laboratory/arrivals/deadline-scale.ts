const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const LATE_MIN_MS = 15 * MINUTE_MS
const LATE_MAX_MS = 3 * HOUR_MS
const AHEAD_MIN_MS = 2 * HOUR_MS
const AHEAD_MAX_MS = 12 * HOUR_MS
const TICKS_MAX = 7

export interface DeadlineScale {
  /** Where a distance from now stands, between 0 and 100; what is further off stops at the edge. */
  readonly percent: (ms: number) => number
  readonly ticks: readonly number[]
  readonly isBeyond: (ms: number) => boolean
}

const between = (value: number, min: number, max: number): number =>
  Math.min(max, Math.max(min, value))

/** A scale of time around now that shows every deadline, without letting one far away flatten the rest. */
export function deadlineScale(distances: readonly number[]): DeadlineScale {
  const late = between(-Math.min(0, ...distances) * 1.05, LATE_MIN_MS, LATE_MAX_MS)
  const ahead = between(Math.max(0, ...distances) * 1.05, AHEAD_MIN_MS, AHEAD_MAX_MS)
  const span = late + ahead
  const step = stepFor(span)
  const ticks: number[] = []
  for (let at = Math.ceil(-late / step) * step; at <= ahead; at += step) ticks.push(at)
  return {
    percent: (ms) => (between(ms + late, 0, span) / span) * 100,
    ticks,
    isBeyond: (ms) => ms > ahead || ms < -late,
  }
}

function stepFor(span: number): number {
  const steps = [0.5, 1, 2, 3, 4, 6].map((hours) => hours * HOUR_MS)
  return steps.find((step) => span / step <= TICKS_MAX) ?? 6 * HOUR_MS
}
