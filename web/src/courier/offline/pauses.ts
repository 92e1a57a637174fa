import type { SyncEnd } from './sync-round.js'

const PAUSE_MIN_MS = 2_000
const PAUSE_MAX_MS = 120_000

/** How many attempts in a row reached nobody. What was sent before an answer was lost shows that the network is there. */
export function failuresAfter(failures: number, end: SyncEnd | undefined): number {
  if (end?.kind !== 'unreached') return 0
  return end.sent > 0 ? 1 : failures + 1
}

/** Doubles with each failure; a share of chance keeps a fleet of vans from knocking together. */
export function pauseAfter(failures: number, chance: number): number {
  const pause = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(failures, 10))
  return Math.round(pause * (0.5 + chance / 2))
}
