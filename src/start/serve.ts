import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { createApi } from '../api.js'
import { openProductSearch } from '../catalogue/index.js'
import { ConfigError } from '../config.js'
import { openEventHub } from '../platform/events/index.js'
import type { Runtime } from './runtime.js'

const DRAIN_MS = 10_000

export interface RunningApi {
  readonly address: string
  /** Stops accepting, lets requests end (ten seconds at most), then closes the event streams. */
  close(): Promise<void>
}

/**
 * Serves the API on the configured port.
 * @throws ConfigError when the port is taken
 */
export async function serveApi(runtime: Runtime): Promise<RunningApi> {
  const { config, db, queues, log, access } = runtime
  const hub = openEventHub({ databaseUrl: access.appUrl, log })
  await hub.ready
  const search = openProductSearch(runtime)
  const api = createApi({ ...runtime, hub, search })
  // The first query compiles Prisma's engine: better now than for the first caller.
  await db.prisma.$queryRaw`select 1`
  const server = await bind(api.fetch, config)
  log.info({ port: config.port, queues: queues.kind }, 'api ready')
  return {
    address: config.publicUrl,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await hub.close()
      const tooLong = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      server.closeIdleConnections()
      await closed
      clearTimeout(tooLong)
    },
  }
}

function bind(
  fetch: Parameters<typeof listen>[0]['fetch'],
  { port, host }: { port: number; host: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: host }, () => resolve(asServer(server)))
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port) : error),
    )
  })
}

const portTaken = (port: number): ConfigError =>
  new ConfigError(
    `The port ${port} is taken by another program; stop it, or choose another one: PORT=${port + 1} npm start.`,
  )

/** The one cast here: without a custom factory, the adapter makes a plain `node:http` server. */
const asServer = (server: ReturnType<typeof listen>): Server => server as Server
