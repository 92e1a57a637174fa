import { registerSW } from 'virtual:pwa-register'

let isAsked = false

/**
 * Keeps the courier's part of the application on this telephone, by its service worker. Only a courier works
 * without network: at a desk it would fetch files while somebody waits for the first screen.
 */
export function keepApplication(): void {
  if (isAsked) return
  isAsked = true
  registerSW({ immediate: true })
}
