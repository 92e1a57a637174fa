import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { systemClock } from '../kernel/calendar.js'
import { type BlobStore, openBlobs } from '../platform/blobs/index.js'
import { type Database, openDatabase } from '../platform/db/client.js'
import { createMetrics, type HttpMetrics } from '../platform/http/metrics.js'
import { createLogger } from '../platform/log/logger.js'
import { openQueues, type Queues } from '../platform/queues/index.js'
import { accessDatabase, type DatabaseAccess, migrateDatabase } from './database.js'
import { loadSecret } from './secret.js'

/** Everything one process holds open, in the order it was opened. */
export interface Runtime {
  readonly config: Config
  readonly secret: string
  readonly log: Logger
  readonly access: DatabaseAccess
  readonly db: Database
  readonly queues: Queues
  readonly blobs: BlobStore
  readonly metrics: HttpMetrics
  readonly clock: typeof systemClock
  /** Closes queues, then pools, then the embedded server: the reverse of opening. */
  close(): Promise<void>
}

export type Step = (message: string) => void

/**
 * Opens the database (migrated when `migrate` is set), the queues and the document store.
 * @throws DomainError `storage-unavailable` with one sentence that names the remedy
 */
export async function openRuntime(
  config: Config,
  { migrate, step = () => undefined }: { migrate: boolean; step?: Step },
): Promise<Runtime> {
  const log = createLogger(config.logLevel)
  const secret = loadSecret(config)
  step('Démarrage de la base de données')
  const access = await accessDatabase(config, secret)
  try {
    if (migrate && access.ownerUrl !== undefined) {
      step('Mise à jour du schéma')
      await migrateDatabase(access.ownerUrl, secret)
    }
    return assemble(config, { secret, log, access })
  } catch (error) {
    await access.stop()
    throw error
  }
}

function assemble(
  config: Config,
  { secret, log, access }: Pick<Runtime, 'secret' | 'log' | 'access'>,
): Runtime {
  const db = openDatabase(access.appUrl, { connections: config.databaseConnections })
  const queues = openQueues({ databaseUrl: access.appUrl, redisUrl: config.redisUrl, log })
  const blobs = openBlobs(config.storageUrl ?? join(config.dataFolder, 'documents'))
  return {
    config,
    secret,
    log,
    access,
    db,
    queues,
    blobs,
    metrics: createMetrics(),
    clock: systemClock,
    close: async () => {
      await queues.close()
      await db.close()
      await access.stop()
    },
  }
}
