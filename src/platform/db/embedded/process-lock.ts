import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { isRunning, processIdentity } from './process-identity.js'

const POLL_MS = 25

export interface ProcessLock {
  release(): void
}

/**
 * Takes a lock file for this process, or answers `undefined` while a living process holds it.
 * A lock left behind by a killed process is taken over.
 */
export function tryLock(file: string): ProcessLock | undefined {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, processIdentity(process.pid) ?? String(process.pid), { mode: 0o600 })
  try {
    // link(2) creates the lock and its content in one step; nobody ever reads it half written.
    if (link(draft, file)) return lockOn(file)
    if (!dropStale(file)) return undefined
    return link(draft, file) ? lockOn(file) : undefined
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Runs `work` while holding the lock; answers `undefined` without running it after `timeoutMs`. */
export async function withLock<Result>(
  file: string,
  timeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  for (let waitedMs = 0; waitedMs <= timeoutMs; waitedMs += POLL_MS) {
    const lock = tryLock(file)
    if (lock) {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    await delay(POLL_MS)
  }
  return undefined
}

function lockOn(file: string): ProcessLock {
  return { release: () => rmSync(file, { force: true }) }
}

function link(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead holder's lock aside; of several processes that try, one succeeds. */
function dropStale(file: string): boolean {
  const aside = `${file}.stale.${process.pid}`
  try {
    if (isRunning(readFileSync(file, 'utf8'))) return false
    renameSync(file, aside)
    const wasStale = !isRunning(readFileSync(aside, 'utf8'))
    // Between the two reads a living process may have taken the lock: give it back.
    if (!wasStale) link(aside, file)
    rmSync(aside, { force: true })
    return wasStale
  } catch {
    // Released meanwhile: the caller simply tries again.
    return false
  }
}
