import type { LocalTime } from '../kernel/calendar.js'

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** Minutes since midnight of a wall-clock time `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR_MINUTES + minutes
}

/** The wall-clock time a run passes somewhere on an ordinary day, for sentences; after midnight it starts again at 00:00. */
export function passageTime(departsAt: LocalTime, offsetMinutes: number): string {
  const minutes = (minutesOf(departsAt) + offsetMinutes) % DAY_MINUTES
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / HOUR_MINUTES))}:${two(minutes % HOUR_MINUTES)}`
}

/** The instant of a stop. Elapsed minutes: the road is as long on the night clocks change. */
export const passageAt = (departsAt: Date, offsetMinutes: number): Date =>
  new Date(departsAt.getTime() + offsetMinutes * 60_000)
