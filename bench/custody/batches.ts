import { randomUUID } from 'node:crypto'
import { generator } from '../lib/random.js'

export const EVENTS = 100
const CONTAINERS = 20_000
const EVENTS_PER_CONTAINER = 2

/** What one device sends: a hundred scans of fifty containers, two each. */
export interface DeviceBatch {
  readonly deviceId: string
  readonly sentAt: string
  readonly events: readonly {
    readonly eventId: string
    readonly sequence: number
    readonly kind: string
    readonly containerCode: string
    readonly inputMode: 'camera'
    readonly deviceAt: string
  }[]
}

export function batches(prefix: string, seed: number, now: () => Date): () => DeviceBatch {
  const random = generator(seed)
  let sent = 0
  return () => {
    sent += 1
    const at = now().getTime()
    const first = Math.floor(random() * CONTAINERS)
    const events = Array.from({ length: EVENTS }, (_, index) => ({
      eventId: randomUUID(),
      sequence: sent * EVENTS + index,
      kind: index % EVENTS_PER_CONTAINER === 0 ? 'picked-up' : 'dropped-off',
      containerCode: `${prefix}-${(first + Math.floor(index / EVENTS_PER_CONTAINER) * 37) % CONTAINERS}`,
      inputMode: 'camera' as const,
      deviceAt: new Date(at - (EVENTS - index) * 1_000).toISOString(),
    }))
    return { deviceId: randomUUID(), sentAt: new Date(at).toISOString(), events }
  }
}

/** The same batch as the columns the reference takes. */
export function columnsOf(device: number, { events }: DeviceBatch): unknown[] {
  return [
    device,
    events.map(({ sequence }) => sequence),
    events.map(({ containerCode }) => Number(containerCode.split('-')[1]) + 1),
    events.map(({ kind }) => (kind === 'picked-up' ? 1 : 2)),
    events.map(({ deviceAt }) => deviceAt),
  ]
}

export const CONTAINER_COUNT = CONTAINERS
