import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.js'
import { startEmbeddedPostgres } from '../platform/db/embedded/index.js'
import { deployMigrations, deployQueueSchema } from '../platform/db/migrations/index.js'

const EMBEDDED_DATABASE = 'navette'
const APPLICATION_ROLE = 'navette_app'

/** Where the data is, and how to let go of it. */
export interface DatabaseAccess {
  /** As the owner: migrations and whole-database checks. Absent when only the application role is known. */
  readonly ownerUrl: string | undefined
  /** As `navette_app`, which row security binds: everything else. */
  readonly appUrl: string
  /** Stops the embedded server when this process started it. */
  stop(): Promise<void>
}

/**
 * Finds the database: the one of `DATABASE_URL`, or an embedded PostgreSQL under the data folder.
 * @throws DomainError `storage-unavailable` with one sentence that names the remedy
 */
export async function accessDatabase(config: Config, secret: string): Promise<DatabaseAccess> {
  const external = config.databaseUrl ?? config.databaseAppUrl
  if (external !== undefined) {
    const ownerUrl = config.databaseUrl
    return {
      ownerUrl,
      appUrl: config.databaseAppUrl ?? asApplication(external, secret),
      stop: () => Promise.resolve(),
    }
  }

  const server = await startEmbeddedPostgres({
    directory: join(config.dataFolder, 'postgres'),
    durable: true,
  })
  await ensureDatabase(server.url())
  const ownerUrl = server.url(EMBEDDED_DATABASE)
  return { ownerUrl, appUrl: asApplication(ownerUrl, secret), stop: () => server.stop() }
}

/** Brings the schema, the queues' schema and the application role's password up to date. */
export async function migrateDatabase(
  ownerUrl: string,
  secret: string,
): Promise<readonly string[]> {
  const applied = await deployMigrations(ownerUrl)
  await deployQueueSchema(ownerUrl)
  await withOwner(ownerUrl, (owner) =>
    owner.query(`alter role ${APPLICATION_ROLE} login password '${applicationPassword(secret)}'`),
  )
  return applied
}

async function ensureDatabase(serverUrl: string): Promise<void> {
  await withOwner(serverUrl, async (owner) => {
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [
      EMBEDDED_DATABASE,
    ])
    if (rowCount === 0) await owner.query(`create database ${EMBEDDED_DATABASE}`)
  })
}

/** Derived, so that every process that knows the secret can connect and none needs the owner's password. */
const applicationPassword = (secret: string): string =>
  createHmac('sha256', secret).update(APPLICATION_ROLE).digest('hex')

function asApplication(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = APPLICATION_ROLE
  url.password = applicationPassword(secret)
  return url.href
}

async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
