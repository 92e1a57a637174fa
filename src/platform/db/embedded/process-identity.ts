import { readFileSync } from 'node:fs'

/**
 * Names one running process so that a later one with the same number is not mistaken for it:
 * containers restart with the same small numbers. `undefined` when no such process runs.
 */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? linuxIdentity(pid) : portableIdentity(pid)
}

/** Whether the process that wrote this identity still runs. */
export function isRunning(identity: string): boolean {
  return processIdentity(Number.parseInt(identity, 10)) === identity.trim()
}

/** proc(5): after the parenthesised name come the state, then 18 fields, then the start time. */
function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : `${pid}:${fields[19]}`
  } catch {
    return undefined
  }
}

function portableIdentity(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch (error) {
    const isForeign = error instanceof Error && 'code' in error && error.code === 'EPERM'
    return isForeign ? String(pid) : undefined
  }
}
