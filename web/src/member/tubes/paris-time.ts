import { TIME_ZONE } from '../../texts/formats.js'

const MINUTE_MS = 60_000

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** `2026-11-30` and `07:15`, as the clock on the ward's wall shows an instant. */
export function wallClock(at: number): { readonly day: string; readonly time: string } {
  const parts = new Map(PARTS.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** The instant of a day and a time on that clock; undefined when it is no time. */
export function instantOf(day: string, time: string): number | undefined {
  const typed = /^(\d{1,2})[:hH]?(\d{2})$/.exec(time.trim())
  const [hours, minutes] = [Number(typed?.[1] ?? 99), Number(typed?.[2] ?? 99)]
  if (typed === null || hours > 23 || minutes > 59) return undefined
  const asUtc = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * MINUTE_MS
  const shown = wallClock(asUtc)
  const ahead = Date.parse(`${shown.day}T${shown.time}:00Z`) - asUtc
  return Number.isNaN(asUtc) ? undefined : asUtc - ahead
}

/** To the minute: seconds of a collection are nobody's business. */
export const minuteOf = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS
