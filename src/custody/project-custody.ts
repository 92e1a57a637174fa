/** What a projection needs of a stored event. */
export interface CustodyFact {
  readonly eventId: string
  readonly deviceId: string
  readonly sequence: number
  readonly kind: string
  readonly tubeCode: string | null
  readonly actorId: string
  readonly counterpart: string | null
  readonly placeEstablishmentId: string | null
  readonly occurredAt: Date
}

export interface Journey {
  /** Who holds the container before anybody takes it. */
  readonly origin: { readonly kind: 'sender' | 'hub'; readonly id: string | null }
  /** Where it goes: putting it down there ends the journey. Null: the first place it is put down. */
  readonly destination: { readonly kind: 'hub' | 'receiver'; readonly id: string | null }
}

export type HolderKind = 'sender' | 'hub' | 'receiver' | 'courier' | 'other' | 'establishment'
export interface Holder {
  readonly kind: HolderKind
  readonly id: string | null
}

export const FINDING_REASONS = [
  'inferred-pick-up',
  'second-pick-up',
  'one-sided-handover',
  'after-arrival',
] as const
export interface Finding {
  readonly reason: (typeof FINDING_REASONS)[number]
  readonly eventId: string
}

/** What follows from the events of one container, and from nothing else. */
export interface CustodyState {
  readonly holder: Holder
  readonly pickedUpAt: Date | null
  readonly arrivedAt: Date | null
  readonly lastKind: string | null
  readonly lastOccurredAt: Date | null
  /** Tubes scanned one by one; a container's own events count for everything in it. */
  readonly loadedTubes: readonly string[]
  readonly arrivedTubes: readonly string[]
  readonly findings: readonly Finding[]
}

interface Draft {
  holder: Holder
  pickedUpAt: Date | null
  arrivedAt: Date | null
  /** The handover nobody has confirmed yet by taking the container. */
  offered: CustodyFact | undefined
  readonly loadedTubes: Set<string>
  readonly arrivedTubes: Set<string>
  readonly findings: Finding[]
}

/**
 * Follows one container through its events: one holder at every moment, and what does not fit named.
 * Events are taken as a set: any order and any repetition gives the same state.
 */
export function projectCustody(events: readonly CustodyFact[], journey: Journey): CustodyState {
  const facts = [...new Map(events.map((event) => [event.eventId, event])).values()].sort(byTime)
  const draft: Draft = {
    holder: journey.origin,
    pickedUpAt: null,
    arrivedAt: null,
    offered: undefined,
    loadedTubes: new Set(),
    arrivedTubes: new Set(),
    findings: [],
  }
  for (const fact of facts) {
    if (fact.tubeCode === null) applyToContainer(draft, fact, journey)
    else applyToTube(draft, fact, fact.tubeCode)
  }
  if (draft.offered !== undefined) find(draft, 'one-sided-handover', draft.offered)
  const last = facts.at(-1)
  return {
    holder: draft.holder,
    pickedUpAt: draft.pickedUpAt,
    arrivedAt: draft.arrivedAt,
    lastKind: last?.kind ?? null,
    lastOccurredAt: last?.occurredAt ?? null,
    loadedTubes: [...draft.loadedTubes].sort(),
    arrivedTubes: [...draft.arrivedTubes].sort(),
    findings: draft.findings,
  }
}

/** Corrected time first; two acts of the same millisecond keep their device's own order. */
function byTime(a: CustodyFact, b: CustodyFact): number {
  return (
    a.occurredAt.getTime() - b.occurredAt.getTime() ||
    (a.deviceId < b.deviceId ? -1 : a.deviceId > b.deviceId ? 1 : a.sequence - b.sequence)
  )
}

function applyToTube(draft: Draft, fact: CustodyFact, tubeCode: string): void {
  if (fact.kind === 'picked-up') draft.loadedTubes.add(tubeCode)
  if (fact.kind === 'received' || fact.kind === 'dropped-off') draft.arrivedTubes.add(tubeCode)
}

function applyToContainer(draft: Draft, fact: CustodyFact, journey: Journey): void {
  if (!MOVES.has(fact.kind)) return
  if (draft.arrivedAt !== null) {
    // The destination holds it: what a device says it did afterwards is shown, and moves nothing.
    if (fact.kind !== 'received' && fact.kind !== 'dropped-off') find(draft, 'after-arrival', fact)
    return
  }
  if (fact.kind === 'picked-up') {
    pickUp(draft, fact)
    return
  }
  inferPickUp(draft, fact)
  if (fact.kind === 'handed-over') handOver(draft, fact)
  else putDown(draft, fact, journey)
}

const MOVES: ReadonlySet<string> = new Set(['picked-up', 'handed-over', 'dropped-off', 'received'])

function pickUp(draft: Draft, fact: CustodyFact): void {
  const { holder } = draft
  const isOffered = draft.offered !== undefined
  if (holder.kind === 'courier' && holder.id !== fact.actorId && !isOffered) {
    find(draft, 'second-pick-up', fact)
    return
  }
  draft.pickedUpAt ??= fact.occurredAt
  draft.offered = undefined
  draft.holder = { kind: 'courier', id: fact.actorId }
}

/** Nobody can give away what nobody took: a lost phone leaves only the other end of the journey. */
function inferPickUp(draft: Draft, fact: CustodyFact): void {
  if (draft.pickedUpAt !== null) return
  draft.pickedUpAt = fact.occurredAt
  find(draft, 'inferred-pick-up', fact)
}

function handOver(draft: Draft, fact: CustodyFact): void {
  const person = personOf(fact.counterpart)
  draft.offered = fact
  draft.holder = person === null ? { kind: 'other', id: null } : { kind: 'courier', id: person }
}

function putDown(draft: Draft, fact: CustodyFact, { destination }: Journey): void {
  draft.offered = undefined
  const place = fact.placeEstablishmentId
  const isThere =
    fact.kind === 'received' ||
    place === null ||
    destination.id === null ||
    place === destination.id
  if (!isThere) {
    draft.holder = { kind: 'establishment', id: place }
    return
  }
  draft.arrivedAt = fact.occurredAt
  draft.holder = destination
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const personOf = (counterpart: string | null): string | null =>
  counterpart !== null && UUID.test(counterpart) ? counterpart.toLowerCase() : null

function find(draft: Draft, reason: Finding['reason'], { eventId }: CustodyFact): void {
  draft.findings.push({ reason, eventId })
}
