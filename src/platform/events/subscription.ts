import type { Grant } from '../context.js'
import type { Announcement } from '../outbox/announce.js'

/** `refresh`: something may have been missed, read everything again. */
export type ScreenEvent =
  | { readonly kind: 'changed'; readonly announcement: Announcement }
  | { readonly kind: 'refresh' }

const BUFFER_MAX = 256

/**
 * A grouping-wide grant hears all of its grouping; an establishment's grant hears what names that
 * establishment, and nothing of the other members.
 */
export const mayHear = (grants: readonly Grant[], announcement: Announcement): boolean =>
  grants.some(
    ({ groupingId, establishmentId }) =>
      groupingId === announcement.groupingId &&
      (establishmentId === undefined || establishmentId === announcement.establishmentId),
  )

/** What one screen has yet to be told. A screen that does not keep up is told to refresh instead. */
export class Subscription {
  readonly #grants: readonly Grant[]
  readonly #onClose: () => void
  #waiting: ScreenEvent[] = []
  #isClosed = false
  #wake: () => void = () => undefined

  constructor(grants: readonly Grant[], onClose: () => void) {
    this.#grants = grants
    this.#onClose = onClose
  }

  offer(announcement: Announcement): void {
    if (!mayHear(this.#grants, announcement)) return
    if (this.#waiting.length >= BUFFER_MAX) {
      this.askForRefresh()
      return
    }
    // Behind a refresh that was not read yet, a change says nothing new.
    if (this.#waiting[0]?.kind !== 'refresh') this.#push({ kind: 'changed', announcement })
  }

  askForRefresh(): void {
    this.#waiting = []
    this.#push({ kind: 'refresh' })
  }

  /** The events since the last call, as soon as there are any; none after `waitMs` or once closed. */
  async next(waitMs: number): Promise<readonly ScreenEvent[]> {
    if (this.#waiting.length === 0 && !this.#isClosed) await this.#somethingOr(waitMs)
    const events = this.#waiting
    this.#waiting = []
    return events
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  close(): void {
    this.#isClosed = true
    this.#onClose()
    this.#wake()
  }

  #push(event: ScreenEvent): void {
    this.#waiting.push(event)
    this.#wake()
  }

  #somethingOr(waitMs: number): Promise<void> {
    return new Promise((resume) => {
      const timer = setTimeout(resume, waitMs)
      this.#wake = () => {
        clearTimeout(timer)
        resume()
      }
    })
  }
}
