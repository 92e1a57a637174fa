import { createApi } from '../api.js'
import { openProductSearch } from '../catalogue/index.js'
import { openEventHub } from '../platform/events/index.js'
import { builtScreens, readScreens } from '../platform/http/screen-files.js'
import type { Listener } from './listener.js'
import type { Runtime } from './runtime.js'

export interface RunningApi {
  /** Ends the event streams, stops accepting, and lets requests end. */
  close(): Promise<void>
}

/** Answers the API on an open port. */
export async function serveApi(runtime: Runtime, listener: Listener): Promise<RunningApi> {
  const { db, queues, log, access } = runtime
  const hub = openEventHub({ databaseUrl: access.appUrl, log })
  try {
    await hub.ready
    const search = openProductSearch(runtime)
    const screens = readScreens(builtScreens())
    const api = createApi({ ...runtime, hub, search, screens })
    // The first query compiles Prisma's engine: better now than for the first caller.
    await db.prisma.$queryRaw`select 1`
    listener.answerWith(api.fetch)
  } catch (error) {
    await hub.close()
    throw error
  }
  log.info({ port: listener.port, queues: queues.kind }, 'api ready')
  return {
    close: async () => {
      // First, because an open stream is a request that never ends.
      const ending = hub.close()
      await listener.close()
      await ending
    },
  }
}
