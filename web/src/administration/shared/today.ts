import { dayOf } from '../../texts/formats.js'

/** The civil day it is where the groupings live, `YYYY-MM-DD`. */
export const today = (): string => dayOf(Date.now())

/** A day some days on, `YYYY-MM-DD`. */
export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
