import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureCluster, type Layout, layoutOf } from './cluster.js'
import { heldByAnother, storageFailure } from './failure.js'
import { chooseLauncher, type Mode } from './launcher.js'
import { findRunningServer, type RunningServer, serverUrl, stopServer } from './postmaster.js'
import { isRunning, processIdentity } from './process-identity.js'
import { withLock } from './process-lock.js'
import { launchServer } from './server.js'

/** A first start runs initdb: seconds on a laptop, tens of seconds on a slow disk. */
const START_TIMEOUT_MS = 120_000

export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and nothing else. Made if absent. */
  readonly directory: string
  /** `false` trades safety against power cuts for speed: tests only. */
  readonly durable: boolean
  readonly log?: (line: string) => void
  /** Forces one way of starting; tests use it to try what this machine would not choose. */
  readonly mode?: Mode
}

export interface EmbeddedPostgres {
  readonly mode: Mode
  readonly pid: number
  /** Whether another process had already started it; that process also stops it. */
  readonly isShared: boolean
  /** Connects as the owner of every database; the default is `postgres`. */
  url(database?: string): string
  /** Fast shutdown. Close every pool first. A shared server is left to its owner. */
  stop(): Promise<void>
}

/**
 * Starts a private PostgreSQL on 127.0.0.1, or joins the one another process runs on the folder.
 * Restarting keeps the data; after a kill or a power cut, PostgreSQL replays its log.
 * @throws DomainError `storage-unavailable` with one sentence that names the remedy
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const layout = layoutOf(resolve(options.directory))
  try {
    makePrivateFolder(layout.directory)
    const started = await withLock(layout.lockFile, START_TIMEOUT_MS, () => start(layout, options))
    if (started) return started
  } catch (error) {
    throw storageFailure(error, layout.directory)
  }
  throw heldByAnother(layout.directory, 'another start')
}

async function start(layout: Layout, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const launcher = chooseLauncher(layout.directory, options.mode)
  const password = await ensureCluster(layout, launcher)

  const running = await findRunningServer(layout, password)
  const isShared = running !== undefined && hasLivingOwner(layout)
  const server =
    running ??
    (await launchServer(layout, launcher, {
      durable: options.durable,
      log: options.log ?? (() => undefined),
    }))
  // A server whose owner was killed is ours from now on.
  if (!isShared) writeOwner(layout)

  return {
    mode: launcher.mode,
    pid: server.pid,
    isShared,
    url: (database = 'postgres') => serverUrl(server.port, password, database),
    stop: stopOnce(server, isShared),
  }
}

function stopOnce(server: RunningServer, isShared: boolean): () => Promise<void> {
  let stopping: Promise<void> | undefined
  return () => {
    stopping ??= isShared ? Promise.resolve() : stopServer(server.pid)
    return stopping
  }
}

function makePrivateFolder(directory: string): void {
  if (existsSync(directory)) return
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o700)
}

function hasLivingOwner(layout: Layout): boolean {
  return existsSync(layout.ownerFile) && isRunning(readFileSync(layout.ownerFile, 'utf8'))
}

function writeOwner(layout: Layout): void {
  writeFileSync(layout.ownerFile, processIdentity(process.pid) ?? '', { mode: 0o600 })
}
