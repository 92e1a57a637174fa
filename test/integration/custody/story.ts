import { randomUUID } from 'node:crypto'
import { ingestEvents } from '../../../src/custody/index.js'
import type { IngestView } from '../../../src/custody/schema.js'
import type { Context } from '../../../src/platform/context.js'

export type SentEvent = Record<string, unknown> & { eventId: string; sequence: number }

/** A phone: mints ids and sequences, and sends what it has with its own clock. */
export class Phone {
  readonly deviceId = randomUUID()
  readonly #now: () => Date
  #sequence = 0

  constructor(now: () => Date) {
    this.#now = now
  }

  event(kind: string, wish: Record<string, unknown> = {}): SentEvent {
    this.#sequence += 1
    return {
      eventId: randomUUID(),
      sequence: this.#sequence,
      kind,
      inputMode: 'camera',
      deviceAt: this.#now().toISOString(),
      ...wish,
    }
  }

  send(
    ctx: Context,
    events: readonly SentEvent[],
    sentAt: Date = this.#now(),
  ): Promise<IngestView> {
    return ingestEvents(ctx, { deviceId: this.deviceId, sentAt, events: [...events] })
  }
}

export const results = ({ items }: IngestView): string[] => items.map(({ result }) => result)
