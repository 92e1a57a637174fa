import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { findBinaries, program } from './binaries.js'
import { cannotEnter, storageFailure } from './failure.js'

/**
 * How the server's process is started.
 * - `plain`: as ourselves; we are not root.
 * - `userns`: we are root, which PostgreSQL refuses. Inside a user namespace the process looks like
 *   nobody to itself and stays root to the kernel, so root-only folders work and nothing is copied.
 * - `copy`: we are root and namespaces are refused (Docker's default profile), or the folder belongs
 *   to someone: the server runs as that account (else nobody), from copied binaries if it must.
 */
export type Mode = 'plain' | 'userns' | 'copy'

interface Account {
  readonly uid: number
  readonly gid: number
}

export interface Launcher {
  readonly mode: Mode
  /** Starts `initdb` or `postgres`; the caller listens to its output. */
  run(name: 'initdb' | 'postgres', args: readonly string[]): ChildProcess
  /** Hands a file or a folder with its content to the account the server runs as. */
  own(path: string): void
}

const NOBODY: Account = { uid: 65534, gid: 65534 }
const USER_NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534']

/** Asks the kernel to stop the server when we are killed, so that no orphan keeps the folder. */
const STOP_WITH_US = ['--pdeathsig', 'INT']

/**
 * A fixed environment: a host locale would make the cluster SQL_ASCII, a translated message would
 * hide "No space left on device", and PG* variables would redirect the server.
 */
const ENVIRONMENT =
  process.platform === 'win32'
    ? undefined
    : { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Chooses how to start the server for this folder, which must exist.
 * @throws DomainError `storage-unavailable` if the server's account cannot enter the folder
 */
export function chooseLauncher(directory: string, only?: Mode): Launcher {
  if (process.getuid?.() !== 0) return plainLauncher(directory)

  const { uid, gid } = statSync(directory)
  const folderOwner = uid === 0 ? undefined : { uid, gid }
  if (!folderOwner && only !== 'copy' && succeeds([...USER_NAMESPACE, 'true'])) {
    return userNamespaceLauncher(directory)
  }
  return copyLauncher(directory, folderOwner ?? NOBODY)
}

function plainLauncher(directory: string): Launcher {
  const wrapper = succeeds(['setpriv', '--version']) ? ['setpriv', ...STOP_WITH_US] : []
  return {
    mode: 'plain',
    run: (name, args) => start([...wrapper, program(findBinaries(), name), ...args], directory),
    own: () => undefined,
  }
}

function userNamespaceLauncher(directory: string): Launcher {
  const binaries = findBinaries()
  requireEntry(USER_NAMESPACE, directory, 'root, without its privileges')
  requireEntry(USER_NAMESPACE, binaries, 'root, without its privileges')
  const wrapper = [...USER_NAMESPACE, 'setpriv', ...STOP_WITH_US]
  return {
    mode: 'userns',
    run: (name, args) => start([...wrapper, program(binaries, name), ...args], directory),
    own: (path) => changeOwner(path, { uid: 0, gid: 0 }),
  }
}

function copyLauncher(directory: string, account: Account): Launcher {
  // setpriv itself must drop the user: a later change of user would clear the death signal.
  const become = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  // Entering is enough: what lies inside has its own, closed permissions.
  chmodSync(directory, statSync(directory).mode | 0o011)
  requireEntry(become, directory, account.uid === NOBODY.uid ? 'nobody' : String(account.uid))

  const binaries = reachableBinaries(become, directory)
  return {
    mode: 'copy',
    run: (name, args) =>
      start([...become, ...STOP_WITH_US, program(binaries, name), ...args], directory),
    own: (path) => changeOwner(path, account),
  }
}

/** The installed binaries, or a copy (60 MB) beside the data when the account cannot reach them. */
function reachableBinaries(become: readonly string[], directory: string): string {
  const installed = findBinaries()
  if (succeeds([...become, program(installed, 'postgres'), '--version'])) return installed

  const copy = join(directory, 'binaries')
  const complete = join(copy, 'complete')
  const { size, mtimeMs } = statSync(program(installed, 'postgres'))
  const edition = `${size} bytes of ${mtimeMs}`
  if (!existsSync(complete) || readFileSync(complete, 'utf8') !== edition) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    writeFileSync(complete, edition)
  }
  return copy
}

function requireEntry(wrapper: readonly string[], folder: string, account: string): void {
  if (succeeds([...wrapper, 'sh', '-c', 'cd -- "$1"', 'sh', folder])) return
  throw cannotEnter(account, folder)
}

function changeOwner(path: string, { uid, gid }: Account): void {
  if (statSync(path).uid === uid) return
  if (!statSync(path).isDirectory()) {
    chownSync(path, uid, gid)
    return
  }
  if (!succeeds(['chown', '-R', `${uid}:${gid}`, path])) {
    throw storageFailure(new Error('Permission denied'), path)
  }
}

function succeeds([file = '', ...args]: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore', cwd: '/', ...inEnvironment() }).status === 0
}

function start([file = '', ...args]: readonly string[], directory: string): ChildProcess {
  return spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: directory,
    // A process group of its own: Ctrl-C must reach us alone, so that the database stops last.
    detached: process.platform !== 'win32',
    ...inEnvironment(),
  })
}

function inEnvironment() {
  return ENVIRONMENT === undefined ? {} : { env: ENVIRONMENT }
}
