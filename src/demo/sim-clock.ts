import { addDays, type CalendarDate, type Clock, instantAt, localTime } from '../kernel/calendar.js'

/** The demo's own time: it is moved, it never runs. */
export class SimClock {
  #now: Date

  constructor(day: CalendarDate) {
    this.#now = instantAt(day, localTime('05:00'))
  }

  readonly now: Clock = () => new Date(this.#now)

  /** Moves to `time` (Paris) of `day`; never backwards. */
  at(day: CalendarDate, time: string): void {
    const wanted = instantAt(day, localTime(time))
    if (wanted > this.#now) this.#now = wanted
  }

  advance(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}

export function daysFrom(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
