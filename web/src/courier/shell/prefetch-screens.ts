/**
 * Brings every screen and the decoder to the telephone while there is a network: one that was never opened
 * must open in a basement too. Throws when something could not be fetched.
 */
export async function prefetchScreens(): Promise<void> {
  const [{ decoder }] = await Promise.all([
    import('../scan/decoder.js'),
    import('../scan/camera-screen.js'),
    import('../round/round-page.js'),
    import('../round/loading-page.js'),
    import('../round/hub-page.js'),
    import('../stop/stop-page.js'),
    import('../outbox/outbox-page.js'),
  ])
  await decoder()
}

/** Whether the application itself opens again without network: kept by its service worker. */
export async function isKept(): Promise<boolean> {
  const worker = await navigator.serviceWorker?.getRegistration()
  return worker?.active != null
}
