/** Tells the frame that the server no longer knows this session, so that it asks to sign in again over the work. */
function createSignal() {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export const sessionEnded = createSignal()
/** Tells what waited for it that the person has signed in again. */
export const sessionResumed = createSignal()
