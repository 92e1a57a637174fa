import { hc } from 'hono/client'
import type { ApiRoutes, AuthRoutes } from '../../../src/api.js'
import { ApiProblem, NetworkProblem, problemCode } from './problem.js'
import { sessionEnded } from './session-end.js'

const READING = new Set(['GET', 'HEAD'])
/** A lost answer is asked for again under the same key: the server did the work once. */
const ATTEMPTS = 3
const PAUSE_MS = 400

/**
 * `fetch` as the screens use it: every change carries an `Idempotency-Key`, a broken connection is tried
 * again, and a session that ended is said once, to the frame.
 * @throws NetworkProblem when the server cannot be reached
 */
export async function request(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!READING.has(init.method?.toUpperCase() ?? 'GET') && !headers.has('idempotency-key')) {
    headers.set('idempotency-key', crypto.randomUUID())
  }
  const response = await withRetries(() => fetch(input, { ...init, headers }), init.signal)
  if (response.status === 401 && !isSignIn(input) && !(await isWrongProof(response))) {
    sessionEnded.tell()
  }
  return response
}

async function withRetries(
  attempt: () => Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (signal?.aborted) throw error
      if (left === 0 || !navigator.onLine) throw new NetworkProblem()
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/** A wrong password or code on the account page: the session is well. */
async function isWrongProof(response: Response): Promise<boolean> {
  const code = problemCode(await ApiProblem.from(response.clone()))
  return code === 'invalid-credentials' || code === 'second-factor-required'
}

const isSignIn = (input: RequestInfo | URL): boolean => {
  const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
  return url.includes('/api/auth/sign-in/') || url.endsWith('/api/auth/session')
}

/** Every route of the API, typed: `api.orders[':id'].$get({ param: { id } })`. */
export const api = hc<ApiRoutes>('/api/v1', { fetch: request })
export const auth = hc<AuthRoutes>('/api/auth', { fetch: request })

interface Answering {
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
}
export type AnswerOf<R extends Answering> = Awaited<ReturnType<R['json']>>

/**
 * The body of an answer: `read(api.orders.$get({ query }))`.
 * @throws ApiProblem when the server refuses · NetworkProblem when it cannot be reached
 */
export async function read<R extends Answering>(asked: Promise<R>): Promise<AnswerOf<R>> {
  const response = await asked
  if (!response.ok) throw await ApiProblem.from(response)
  return bodyOf(response)
}

/** The client's types say what each route answers; `json()` itself is only declared as unknown here. */
const bodyOf = <R extends Answering>(response: R): Promise<AnswerOf<R>> =>
  response.json() as Promise<AnswerOf<R>>
