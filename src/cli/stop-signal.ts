import { exit, stderr } from 'node:process'
import { typeset } from '../start/french.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm passes on the Ctrl-C that the terminal already sent: two signals so close are one wish. */
const SAME_WISH_MS = 500
/** What has not stopped by then will not. */
const STOP_MS_MAX = 30_000

/** The first Ctrl-C or SIGTERM asks for an orderly stop; a second one ends the process at once. */
export interface Stop {
  readonly signal: AbortSignal
  readonly asked: Promise<void>
}

export function listenForStop(): Stop {
  const stopping = new AbortController()
  let askedAt: number | undefined
  const onSignal = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > SAME_WISH_MS) exit(130)
      return
    }
    askedAt = performance.now()
    setTimeout(giveUp, STOP_MS_MAX).unref()
    stopping.abort()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  const asked = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return { signal: stopping.signal, asked }
}

function giveUp(): void {
  stderr.write(
    typeset('✕ L’arrêt a dépassé trente secondes : Navette s’est arrêtée sans attendre.\n'),
  )
  exit(1)
}
