import { useEffect, useState } from 'react'

/** What Chromium offers before the application is installed; other browsers only have their menu. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}
const isPrompt = (event: Event): event is InstallPrompt => 'prompt' in event

const isStandalone = (): boolean => window.matchMedia('(display-mode: standalone)').matches

export function useInstall() {
  const [offer, setOffer] = useState<InstallPrompt>()
  useEffect(() => {
    const keep = (event: Event) => {
      if (!isPrompt(event)) return
      event.preventDefault()
      setOffer(event)
    }
    window.addEventListener('beforeinstallprompt', keep)
    return () => window.removeEventListener('beforeinstallprompt', keep)
  }, [])
  return {
    isInstalled: isStandalone(),
    ask: offer === undefined ? undefined : () => void offer.prompt(),
  }
}
