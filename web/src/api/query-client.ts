import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.js'

const STALE_MS = 20_000
const RETRIES = 2

/** A refusal is an answer: only what went wrong on the way is asked again. */
const isWorthAnother = (count: number, error: Error): boolean =>
  count < RETRIES && !(error instanceof ApiProblem && error.problem.status < 500)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: STALE_MS, retry: isWorthAnother, networkMode: 'offlineFirst' },
    mutations: { networkMode: 'always' },
  },
})
