import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { Role } from '../../../src/kernel/roles.js'
import { type Grant, type Session, useSession } from '../api/session.js'
import { grantsFor, type Space } from './spaces.js'

/** For whom the person acts in this space: a grouping at the hub, an establishment at a member. */
export interface Place {
  readonly id: string
  readonly name: string
  /** The groupings within it, with the person's roles there. */
  readonly groupings: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly roles: readonly Role[]
  }[]
}

interface PlaceChoice {
  readonly place: Place
  readonly places: readonly Place[]
  readonly choose: (id: string) => void
}

const PlaceContext = createContext<PlaceChoice | undefined>(undefined)

function placesOf(space: Space, session: Session): Place[] {
  const byPlace = new Map<string, { name: string; grants: Grant[] }>()
  for (const grant of grantsFor(space, session)) {
    const isMember = space.place === 'establishment'
    const id = isMember ? grant.establishmentId : grant.groupingId
    const name = isMember ? grant.establishmentName : grant.groupingName
    if (id === undefined || name === undefined) continue
    const known = byPlace.get(id)
    byPlace.set(id, { name, grants: [...(known?.grants ?? []), grant] })
  }
  return [...byPlace].map(([id, { name, grants }]) => ({
    id,
    name,
    groupings: groupingsOf(grants),
  }))
}

function groupingsOf(grants: readonly Grant[]): Place['groupings'] {
  const ids = [...new Set(grants.map(({ groupingId }) => groupingId))]
  return ids.flatMap((id) => {
    const here = grants.filter(({ groupingId }) => groupingId === id)
    const [first] = here
    if (first === undefined) return []
    const roles = here.map(({ role }) => role)
    return [{ id, name: first.groupingName, kind: first.groupingKind, roles }]
  })
}

const keptAs = (space: Space): string => `navette-place-${space.id}`

/** Knows where the person acts, remembers the choice, and lets the top bar change it. */
export function PlaceProvider({
  space,
  children,
}: {
  readonly space: Space
  readonly children: ReactNode
}) {
  const session = useSession()
  const places = useMemo(() => placesOf(space, session), [space, session])
  const [chosenId, setChosenId] = useState(() => localStorage.getItem(keptAs(space)))
  const place = places.find(({ id }) => id === chosenId) ?? places[0]
  const choice = useMemo(() => {
    if (place === undefined) return undefined
    const choose = (id: string) => {
      localStorage.setItem(keptAs(space), id)
      setChosenId(id)
    }
    return { place, places, choose }
  }, [place, places, space])
  return <PlaceContext value={choice}>{children}</PlaceContext>
}

export const usePlaceChoice = (): PlaceChoice | undefined => use(PlaceContext)

/** Where the person acts: only inside a space that has places. */
export function usePlace(): Place {
  const choice = use(PlaceContext)
  if (choice === undefined) throw new Error('This page needs a place to act for')
  return choice.place
}

/** The grouping of a hub space, or the one of that kind an establishment belongs to. */
export function useGrouping(kind?: string): Place['groupings'][number] | undefined {
  const { groupings } = usePlace()
  return kind === undefined ? groupings[0] : groupings.find((grouping) => grouping.kind === kind)
}

/** Whether the person holds one of `roles` where they act; the server decides again. */
export function useHolds(roles: readonly Role[]): boolean {
  const { groupings } = usePlace()
  return groupings.some((grouping) => grouping.roles.some((role) => roles.includes(role)))
}
