import { useQuery } from '@tanstack/react-query'

const AGAIN_MS = 2_000
const REST_MAX_MS = 3_000

export interface OfflineReady {
  /** Every screen and the decoder are here. */
  readonly hasScreens: boolean
  /** The application opens again after being closed. */
  readonly isKept: boolean
}

/** Whether a round can be driven without network from now on, as far as the application goes. */
export function useOfflineReady(): OfflineReady {
  const { data } = useQuery({
    queryKey: ['courier-offline-ready'],
    queryFn: async () => {
      await atRest()
      // What is fetched for later does not weigh on the first screen.
      const { isKept, prefetchScreens } = await import('./prefetch-screens.js')
      await prefetchScreens()
      return { hasScreens: true, isKept: await isKept() }
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.isKept ? false : AGAIN_MS),
  })
  return data ?? { hasScreens: false, isKept: false }
}

/** What is brought ahead must not hold up the screen somebody is waiting for. */
const atRest = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari cannot tell.
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, REST_MAX_MS)
    else requestIdleCallback(() => resolve(), { timeout: REST_MAX_MS })
  })
