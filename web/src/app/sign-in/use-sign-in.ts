import { useMutation, useQueryClient } from '@tanstack/react-query'
import { auth, read, request } from '../../api/client.js'
import { keptSession } from '../../api/kept-session.js'
import { ApiProblem } from '../../api/problem.js'
import { sessionQuery } from '../../api/session.js'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly totp?: string
}

/** Signs somebody in, and reads who they are. */
export function useSignIn({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await read(auth['sign-in'].email.$post({ json: credentials }))
      return queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
    },
    onSuccess: onDone,
  })
}

/** Ends the session. The page is loaded anew: nothing of the person stays in it. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      const response = await request('/api/auth/sign-out', { method: 'POST' })
      // A session that ended by itself is as much out.
      if (!response.ok && response.status !== 401) throw await ApiProblem.from(response)
    },
    onSuccess: () => {
      keptSession.forget()
      window.location.assign('/connexion')
    },
  })
}
