import { createHmac } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { type Config, ConfigError } from '../config.js'
import type { DomainError } from '../kernel/errors.js'
import {
  deployMigrations,
  deployQueueSchema,
  migrationsFolder,
} from '../platform/db/migrations/index.js'
import { type EmbeddedOptions, startEmbedded } from './embedded.js'
import { noDatabase } from './failures.js'
import { withClient } from './with-client.js'

const APPLICATION_ROLE = 'navette_app'
/** Two programs that set the role's password at once would otherwise meet "tuple concurrently updated". */
const ROLE_LOCK = 72_707_370

/** Where the data is, and how to let go of it. */
export interface DatabaseAccess {
  /** As the owner: migrations and whole-database checks. Absent when only the application role is known. */
  readonly ownerUrl: string | undefined
  /** As `navette_app`, which row security binds: everything else. */
  readonly appUrl: string
  readonly isEmbedded: boolean
  /** Why the embedded server fell, when its log says so. */
  lastWords(): DomainError | undefined
  /** Stops the embedded server when this process started it. */
  stop(): Promise<void>
}

/**
 * Finds the database: the one of `DATABASE_URL`, or an embedded PostgreSQL under the data folder.
 * @throws ConfigError · DomainError `storage-unavailable`, each one sentence that names the remedy
 */
export async function accessDatabase(
  config: Config,
  secret: string,
  options: EmbeddedOptions = { alone: false, step: () => undefined },
): Promise<DatabaseAccess> {
  const external = config.databaseUrl ?? config.databaseAppUrl
  if (external === undefined) {
    const embedded = await startEmbedded(config, options)
    return { ...embedded, isEmbedded: true, appUrl: asApplication(embedded.ownerUrl, secret) }
  }
  if (config.databaseUrl !== undefined) await requireConnection(config.databaseUrl, 'DATABASE_URL')
  return {
    ownerUrl: config.databaseUrl,
    appUrl: config.databaseAppUrl ?? asApplication(external, secret),
    isEmbedded: false,
    lastWords: () => undefined,
    stop: () => Promise.resolve(),
  }
}

/** Brings the schema, the queues' schema and the application role's password up to date. */
export async function migrateDatabase(
  ownerUrl: string,
  secret: string,
): Promise<readonly string[]> {
  const applied = await deployMigrations(ownerUrl)
  await deployQueueSchema(ownerUrl)
  await withClient(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [ROLE_LOCK])
    await owner.query(
      `alter role ${APPLICATION_ROLE} login password '${applicationPassword(secret)}'`,
    )
  })
  return applied
}

/**
 * Refuses a database that `navette migrate` has not brought to this version, or that another secret owns.
 * @throws ConfigError naming the remedy
 */
export async function requireMigrated(config: Config, access: DatabaseAccess): Promise<void> {
  const { ownerUrl, appUrl } = access
  if (ownerUrl !== undefined && !(await isUpToDate(ownerUrl))) throw notMigrated()
  try {
    await withClient(appUrl, (app) => app.query('select from grouping limit 1'))
  } catch (error) {
    throw refusedApplication(error, config, appUrl)
  }
}

function refusedApplication(error: unknown, config: Config, appUrl: string): ConfigError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === UNDEFINED_TABLE || code === NO_PRIVILEGE) return notMigrated()
  if (code === WRONG_PASSWORD && config.databaseAppUrl === undefined) {
    return new ConfigError(
      `Le compte ${APPLICATION_ROLE} est refusé : la base n’est pas préparée, ou l’a été avec un autre NAVETTE_SECRET ; lancez « navette migrate » avec celui-ci.`,
    )
  }
  const variable = config.databaseAppUrl === undefined ? 'DATABASE_URL' : 'DATABASE_APP_URL'
  return noDatabase(error, appUrl, variable)
}

const UNDEFINED_TABLE = '42P01'
const NO_PRIVILEGE = '42501'
const WRONG_PASSWORD = '28P01'

const notMigrated = (): ConfigError =>
  new ConfigError(
    'La base de données n’est pas à jour pour cette version : lancez d’abord « navette migrate » avec DATABASE_URL.',
  )

const isUpToDate = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async (owner) => {
    const table = await owner.query<{ present: boolean }>(
      `select to_regclass('public._prisma_migrations') is not null as present`,
    )
    if (!table.rows[0]?.present) return false
    const { rows } = await owner.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Set(rows.map((row) => row.migration_name))
    return migrationNames().every((name) => applied.has(name))
  })

const migrationNames = (): string[] =>
  readdirSync(migrationsFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

async function requireConnection(url: string, variable: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query('select 1'))
  } catch (error) {
    throw noDatabase(error, url, variable)
  }
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
