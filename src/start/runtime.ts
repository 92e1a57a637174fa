import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, ConfigError } from '../config.js'
import { systemClock } from '../kernel/calendar.js'
import { type BlobStore, openBlobs } from '../platform/blobs/index.js'
import { type Database, openDatabase } from '../platform/db/client.js'
import { createMetrics, type HttpMetrics } from '../platform/http/metrics.js'
import { createLogger } from '../platform/log/logger.js'
import { openQueues, type Queues } from '../platform/queues/index.js'
import { Closing } from './closing.js'
import {
  accessDatabase,
  type DatabaseAccess,
  migrateDatabase,
  requireMigrated,
} from './database.js'
import { explained } from './failures.js'
import { requireRedis } from './redis.js'
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

export interface RuntimeOptions {
  /** Otherwise a database that is not up to date is refused. */
  readonly migrate: boolean
  /** Refuses a data folder another process uses: for programs that stay. Default: joins it. */
  readonly alone?: boolean
  readonly step?: (message: string) => void
}

/**
 * Opens the database, the queues and the document store, and refuses what would fail later.
 * @throws ConfigError · DomainError, each one French sentence that names the remedy
 */
export async function openRuntime(
  config: Config,
  { migrate, alone = false, step = () => undefined }: RuntimeOptions,
): Promise<Runtime> {
  const closing = new Closing()
  let access: DatabaseAccess | undefined
  try {
    const log = createLogger(config.logLevel)
    const secret = loadSecret(config)
    step('Démarrage de la base de données')
    access = await accessDatabase(config, secret, { alone, step })
    closing.add(access.stop)
    if (migrate && access.ownerUrl !== undefined) {
      step('Mise à jour du schéma')
      await migrateDatabase(access.ownerUrl, secret)
    }
    await requireMigrated(config, access)
    if (config.redisUrl !== undefined) await requireRedis(config.redisUrl)
    const runtime = assemble(config, { secret, log, access, closing })
    await requireStore(runtime)
    return runtime
  } catch (error) {
    await closing.close().catch(() => undefined)
    throw access?.lastWords() ?? explained(error, config.dataFolder)
  }
}

function assemble(
  config: Config,
  {
    closing,
    ...opened
  }: Pick<Runtime, 'secret' | 'log' | 'access'> & { readonly closing: Closing },
): Runtime {
  const { access, log } = opened
  const db = openDatabase(access.appUrl, { connections: config.databaseConnections })
  closing.add(db.close)
  const queues = openQueues({ databaseUrl: access.appUrl, redisUrl: config.redisUrl, log })
  closing.add(queues.close)
  const blobs = openBlobs(
    config.storageUrl ?? join(config.dataFolder, 'documents'),
    config.storageCredentials,
  )
  return {
    ...{ config, ...opened, db, queues, blobs },
    metrics: createMetrics(),
    clock: systemClock,
    close: () => closing.close(),
  }
}

/** A process that could not store documents would only fail later, and more obscurely. */
async function requireStore({ config, blobs }: Runtime): Promise<void> {
  await blobs.check().catch((error: unknown) => {
    if (config.storageUrl === undefined) throw explained(error, config.dataFolder)
    const words = error instanceof Error ? error.message : String(error)
    throw new ConfigError(
      `Le stockage des documents n’est pas utilisable (${words}) : corrigez STORAGE_URL ou ses droits.`,
    )
  })
}
