import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
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

/** Ends the session; nothing of it stays on the screen. */
export function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      const response = await request('/api/auth/sign-out', { method: 'POST' })
      // A session that ended by itself is as much out.
      if (!response.ok && response.status !== 401) throw await ApiProblem.from(response)
    },
    onSuccess: async () => {
      keptSession.forget()
      // Left before it is emptied: a page of the frame cannot be drawn for nobody.
      await navigate({ to: '/connexion' })
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, null)
    },
  })
}
