import pg from 'pg'
import type { Logger } from 'pino'

export interface Listening {
  /** Resolves once the first connection listens. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

export interface ListenOptions {
  readonly databaseUrl: string
  readonly channel: string
  readonly log: Logger
  onMessage(payload: string): void
  /** Listens again after a lost connection: whatever was said in between was not heard. */
  onReconnect(): void
}

const RETRY_FIRST_MS = 100
const RETRY_MAX_MS = 5_000
const CONNECT_TIMEOUT_MS = 5_000

/** Hears a NOTIFY channel on a connection of its own, which is replaced whenever the server ends it. */
export function listen(options: ListenOptions): Listening {
  const stop = new AbortController()
  let announceReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve
  })
  const running = keepListening(options, stop.signal, announceReady)
  return {
    ready,
    close: () => {
      stop.abort()
      return running
    },
  }
}

async function keepListening(
  options: ListenOptions,
  stop: AbortSignal,
  onFirst: () => void,
): Promise<void> {
  let hasListened = false
  let retryMs = RETRY_FIRST_MS
  const onListening = () => {
    retryMs = RETRY_FIRST_MS
    if (hasListened) options.onReconnect()
    hasListened = true
    onFirst()
  }
  while (!stop.aborted) {
    try {
      await listenUntilLost(options, stop, onListening)
    } catch (err) {
      options.log.warn({ err, channel: options.channel }, 'not listening, trying again')
    }
    if (stop.aborted) return
    await pause(retryMs, stop)
    retryMs = Math.min(2 * retryMs, RETRY_MAX_MS)
  }
}

async function listenUntilLost(
  { databaseUrl, channel, onMessage }: ListenOptions,
  stop: AbortSignal,
  onListening: () => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `navette-${channel}`,
    // A line cut without a word is noticed in seconds instead of hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
    stop.addEventListener('abort', () => resolve(), { once: true })
  })
  client.on('notification', ({ payload = '' }) => onMessage(payload))
  try {
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    onListening()
    await lost
  } finally {
    await client.end().catch(() => undefined)
  }
}

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resume) => {
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resume()
    }
  })
