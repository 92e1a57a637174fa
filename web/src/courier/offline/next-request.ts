import type { Act, CommandAct, EventAct } from './model.js'

export const EVENTS_PER_BATCH = 200

export type NextRequest =
  | { readonly kind: 'events'; readonly acts: readonly EventAct[] }
  | { readonly kind: 'command'; readonly act: CommandAct }

/** The next thing to send: acts leave in the order they happened, events together as far as a batch goes. */
export function nextRequest(waiting: readonly Act[]): NextRequest | undefined {
  const ordered = waiting.toSorted((a, b) => a.position - b.position)
  const [first] = ordered
  if (first === undefined) return undefined
  if (first.type === 'command') return { kind: 'command', act: first }
  const acts: EventAct[] = []
  for (const act of ordered) {
    if (act.type !== 'event' || acts.length === EVENTS_PER_BATCH) break
    acts.push(act)
  }
  return { kind: 'events', acts }
}
