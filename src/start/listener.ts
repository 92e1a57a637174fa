import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ConfigError } from '../config.js'

const DRAIN_MS = 10_000

type Answer = Parameters<typeof serve>[0]['fetch']

/** The open port, before and while the API answers on it. */
export interface Listener {
  /** The real one, also when the system was asked to choose. */
  readonly port: number
  answerWith(answer: Answer): void
  /** Stops accepting and lets requests end, ten seconds at most. */
  close(): Promise<void>
}

/**
 * Opens the port at once, so that a taken one is told before a minute of preparation; until the API
 * is there, everything is answered 503 with a Retry-After.
 * @throws ConfigError when the port or the address cannot be used
 */
export async function openListener(place: { port: number; host: string }): Promise<Listener> {
  let answer: Answer = notYet
  const server = await bind((request, bindings) => answer(request, bindings), place)
  return {
    port: portOf(server),
    answerWith: (wanted) => {
      answer = wanted
    },
    close: () => drain(server),
  }
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const tooLong = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  server.closeIdleConnections()
  await closed
  clearTimeout(tooLong)
}

const notYet = (request: Request): Response =>
  new URL(request.url).pathname === '/health/live'
    ? Response.json({ status: 'live' })
    : Response.json(
        {
          type: 'about:blank',
          title: 'Starting',
          status: 503,
          detail: 'Navette is starting: ask again in a moment.',
        },
        {
          status: 503,
          headers: { 'content-type': 'application/problem+json', 'retry-after': '2' },
        },
      )

function bind(fetch: Answer, { port, host }: { port: number; host: string }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(asServer(server)))
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, { port, host })))
  })
}

function refusal(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }) {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `Le port ${port} est pris par un autre programme : arrêtez-le, ou choisissez un autre port avec PORT=${nextTo(port)}.`,
      )
    case 'EACCES':
      return new ConfigError(
        `Le port ${port} est réservé à l’administrateur de la machine : choisissez un port à partir de 1024 avec PORT=3000.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(
        `L’adresse HOST=${host} n’est pas celle de cette machine : indiquez 0.0.0.0, 127.0.0.1 ou l’une de ses adresses.`,
      )
    default:
      return error
  }
}

const nextTo = (port: number): number => (port < 65_535 ? port + 1 : 3000)

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** The one cast here: without a custom factory, the adapter makes a plain `node:http` server. */
const asServer = (server: ReturnType<typeof serve>): Server => server as Server
