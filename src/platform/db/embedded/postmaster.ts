import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Layout } from './cluster.js'
import { heldByAnother } from './failure.js'
import { processIdentity } from './process-identity.js'

const isLinux = process.platform === 'linux'
const POLL_MS = 50
const ANSWER_TIMEOUT_MS = 30_000

/** A server that already runs on our folder and accepts our password. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
}

/** The address of a database on a local server; TLS is off whatever PGSSLMODE says. */
export function serverUrl(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/**
 * Finds the server another process runs on this folder, waiting while it starts or stops.
 * @throws DomainError `storage-unavailable` if it neither answers nor goes away
 */
export async function findRunningServer(
  layout: Layout,
  password: string,
): Promise<RunningServer | undefined> {
  for (let waitedMs = 0; waitedMs < ANSWER_TIMEOUT_MS; waitedMs += POLL_MS) {
    const found = readPostmasterFile(layout)
    if (!found) return undefined
    if (!isServerOf(layout.cluster, found.pid) && isFreeOfBackends(layout.cluster)) {
      // The number may belong to a stranger by now, or to a dead process nobody reaped (usual in
      // containers): PostgreSQL would take either for a running server and refuse to start.
      if (isLinux) rmSync(layout.postmasterFile, { force: true })
      return undefined
    }
    const isListening = Number.isInteger(found.port)
    if (isListening && (await answers(serverUrl(found.port, password, 'postgres')))) return found
    await delay(POLL_MS)
  }
  throw heldByAnother(layout.directory, `process ${readPostmasterFile(layout)?.pid}`)
}

/** Asks for a fast shutdown (SIGINT) and waits; past the timeout, an immediate one (SIGQUIT). */
export async function stopServer(pid: number, timeoutMs = ANSWER_TIMEOUT_MS): Promise<void> {
  const identity = processIdentity(pid)
  const isGone = () => identity === undefined || processIdentity(pid) !== identity
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isGone()) return
    signalProcess(pid, signal)
    for (let waitedMs = 0; waitedMs < timeoutMs && !isGone(); waitedMs += POLL_MS) {
      await delay(POLL_MS)
    }
  }
}

/** Line 1 is the process, line 4 the port; the port is absent in the first instants of a start. */
function readPostmasterFile(layout: Layout): RunningServer | undefined {
  try {
    const lines = readFileSync(layout.postmasterFile, 'utf8').split('\n')
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) }
  } catch {
    return undefined
  }
}

/** A server's working folder is its cluster; elsewhere than on Linux we only know that it lives. */
function isServerOf(cluster: string, pid: number): boolean {
  if (!isLinux) return processIdentity(pid) !== undefined
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' &&
      realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    )
  } catch {
    return false
  }
}

/** Backends outlive a killed server for an instant; a second server beside them would corrupt the data. */
function isFreeOfBackends(cluster: string): boolean {
  if (!isLinux) return true
  return !readdirSync('/proc').some((entry) => isServerOf(cluster, Number(entry)))
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  // A server that stops while we ask drops the connection; the failed query below says enough.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Already gone.
  }
}
