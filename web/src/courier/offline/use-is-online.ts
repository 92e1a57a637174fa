import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** What the browser believes: it knows when there is no network, not when there is one. */
export const useIsOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
