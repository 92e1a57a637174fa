import type { Logger } from 'pino'
import { listen } from '../events/listen.js'
import { OUTBOX_CHANNEL } from './enqueue.js'
import { drainOutbox, type RelayOptions } from './relay.js'

/** A notification can be lost with its connection; no message waits longer than this for the next look. */
const SWEEP_MS = 2_000

export interface Relay {
  /** Stops after the batch under way. */
  close(): Promise<void>
}

/** Relays the outbox for as long as the process lives: at each commit that enqueues, and by a sweep. */
export function startRelay(options: RelayOptions & { readonly log: Logger }): Relay {
  const wake = drainer(options)
  const { ready, close } = listen({
    databaseUrl: options.db.url,
    channel: OUTBOX_CHANNEL,
    log: options.log,
    onMessage: wake,
    onReconnect: wake,
  })
  const sweep = setInterval(wake, SWEEP_MS)
  // What was committed before we listened was not heard.
  void ready.then(wake)
  return {
    close: async () => {
      clearInterval(sweep)
      await close()
      await wake.idle()
    },
  }
}

/** One drain at a time; being woken during one asks for exactly one more. */
function drainer(options: RelayOptions & { readonly log: Logger }) {
  let running: Promise<void> | undefined
  let again = false
  let failing = false

  async function drain(): Promise<void> {
    do {
      again = false
      try {
        await drainOutbox(options)
        if (failing) options.log.info('the outbox is relayed again')
        failing = false
      } catch (err) {
        // Said once per outage: the sweep tries again every two seconds.
        if (!failing) options.log.error({ err }, 'the outbox is not relayed, its messages wait')
        failing = true
        again = false
      }
    } while (again)
  }
  const wake = () => {
    again = true
    running ??= drain().finally(() => {
      running = undefined
    })
  }
  return Object.assign(wake, { idle: async () => running })
}
