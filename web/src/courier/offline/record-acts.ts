import { uuidv7 } from 'uuidv7'
import { database } from './database.js'
import { takeSequence } from './device.js'
import type { Command, ItemFacts, NewAct, WireEvent } from './model.js'

/** Who acts, on which run. */
export interface Driver {
  readonly userId: string
  readonly runId: string
}

/** An event before it is minted: what happened, without identity. */
export interface EventDraft extends Omit<WireEvent, 'eventId' | 'sequence' | 'runId' | 'deviceAt'> {
  readonly item?: ItemFacts
}

export type ActDraft =
  | { readonly type: 'event'; readonly event: EventDraft }
  | { readonly type: 'command'; readonly command: Command }

/**
 * Writes acts, all or none: identity, number and place are given in one transaction with the rows, so
 * that a telephone that dies in between neither loses an act nor uses a number twice.
 */
export async function recordActs(
  { userId, runId }: Driver,
  drafts: readonly ActDraft[],
  now: Date = new Date(),
): Promise<void> {
  const at = now.toISOString()
  await database.transaction('rw', database.acts, database.devices, async () => {
    for (const draft of drafts) {
      const base = { id: uuidv7(), userId, runId, at, state: 'waiting' } as const
      if (draft.type === 'command') {
        await database.acts.add({ ...base, type: 'command', command: draft.command })
        continue
      }
      const { item, ...seen } = draft.event
      const event = {
        ...seen,
        eventId: base.id,
        sequence: await takeSequence(),
        runId,
        deviceAt: at,
      }
      const act: NewAct = { ...base, type: 'event', event, ...(item !== undefined && { item }) }
      await database.acts.add(act)
    }
  })
  outboxChanged.tell()
}

/** Says that something waits, to whoever sends. */
export const outboxChanged = (() => {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
})()

/** A refused act the courier has read and settled otherwise: kept, no longer counted. */
export const setAside = (position: number): Promise<number> =>
  database.acts.where({ position }).modify({ state: 'set-aside' })

/** Sends a refused command once more, as it was: what stood in its way may be gone. */
export async function tryAgain(position: number): Promise<void> {
  await database.acts.where({ position }).modify((act) => {
    if (act.state === 'refused') Object.assign(act, { state: 'waiting' })
  })
  outboxChanged.tell()
}
