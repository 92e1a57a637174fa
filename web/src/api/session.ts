import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { SessionView } from '../../../src/access/schema.js'
import type { Role } from '../../../src/kernel/roles.js'
import { auth, read } from './client.js'
import { keptSession } from './kept-session.js'
import { ApiProblem, NetworkProblem } from './problem.js'
import { sessionEnded } from './session-end.js'

export type Session = SessionView
export type Grant = SessionView['grants'][number]

/** Who is signed in and with which roles; `null` for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client }): Promise<Session | null> => {
    const known = client.getQueryData<Session | null>(['session']) ?? null
    try {
      const session = await read(auth.session.$get())
      keptSession.keep(session)
      return session
    } catch (error) {
      if (error instanceof NetworkProblem) return known ?? keptSession.read()
      if (!(error instanceof ApiProblem && error.problem.status === 401)) throw error
      // Whoever is at work keeps the page, and is asked to sign in over it.
      if (known !== null) sessionEnded.tell()
      return known
    }
  },
  staleTime: 60_000,
})

/** The session of a page inside the frame, where somebody is always signed in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new Error('This page needs somebody signed in')
  return data
}

/** Whether the person holds one of `roles`, in that grouping or establishment when one is given. */
export function holds(
  session: Session,
  roles: readonly Role[],
  where: { readonly groupingId?: string; readonly establishmentId?: string } = {},
): boolean {
  return session.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (where.groupingId === undefined || grant.groupingId === where.groupingId) &&
      (where.establishmentId === undefined ||
        grant.establishmentId === undefined ||
        grant.establishmentId === where.establishmentId),
  )
}
