import { join } from 'node:path'
import { type Config, ConfigError } from '../config.js'
import { DomainError } from '../kernel/errors.js'
import { startEmbeddedPostgres } from '../platform/db/embedded/index.js'
import { explained, saysDiskFull } from './failures.js'
import { withClient } from './with-client.js'

const DATABASE = 'navette'

export interface EmbeddedDatabase {
  readonly ownerUrl: string
  /** Why the server fell, when its log says so. */
  lastWords(): DomainError | undefined
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** A program that stays may not lean on the server of another one, which stops it when it likes. */
  readonly alone: boolean
  readonly step: (message: string) => void
}

/**
 * Starts PostgreSQL under the data folder, or joins the one another command runs there.
 * @throws ConfigError the folder is in use · DomainError `storage-unavailable` with its remedy
 */
export async function startEmbedded(
  { dataFolder }: Config,
  { alone, step }: EmbeddedOptions,
): Promise<EmbeddedDatabase> {
  const directory = join(dataFolder, 'postgres')
  let diskIsFull = false
  const server = await startEmbeddedPostgres({
    directory,
    durable: true,
    log: (line) => {
      diskIsFull ||= saysDiskFull(line)
    },
  })
  if (server.isShared && alone) {
    throw new ConfigError(
      `Le dossier ${dataFolder} est déjà utilisé par un autre processus de Navette : arrêtez-le, ou choisissez un autre dossier avec NAVETTE_DATA.`,
    )
  }
  try {
    await ensureDatabase(server.url(), DATABASE)
    if (!server.isShared) await dropInterruptedDemo(server, step)
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    ownerUrl: server.url(DATABASE),
    lastWords: () => (diskIsFull ? fullDisk(directory) : undefined),
    stop: () => server.stop(),
  }
}

const fullDisk = (directory: string): DomainError | undefined => {
  const error = explained(new Error('No space left on device'), directory)
  return error instanceof DomainError ? error : undefined
}

async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (owner) => {
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await owner.query(`create database ${name}`)
  })
}

/**
 * A database whose demo was cut short holds nothing but half a demo, since nothing else was open to
 * anybody before its end. No other process can be playing it: this one owns the server.
 */
async function dropInterruptedDemo(
  server: { url(database?: string): string },
  step: (message: string) => void,
): Promise<void> {
  if (!(await withClient(server.url(DATABASE), hasInterruptedDemo))) return
  step('La démonstration avait été interrompue : sa base est effacée, et tout recommence')
  await withClient(server.url(), async (owner) => {
    await owner.query(`drop database ${DATABASE} with (force)`)
    await owner.query(`create database ${DATABASE}`)
  })
}

async function hasInterruptedDemo(owner: {
  query(sql: string): Promise<{ rowCount: number | null }>
}): Promise<boolean> {
  const table = await owner.query(
    `select from information_schema.tables where table_schema = 'public' and table_name = 'demo_state'`,
  )
  if (table.rowCount === 0) return false
  const started = await owner.query('select from demo_state where completed_at is null')
  return started.rowCount !== 0
}
