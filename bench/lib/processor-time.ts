import { readdirSync, readFileSync } from 'node:fs'

const MS_PER_TICK = 10

interface Times {
  readonly parent: number
  readonly ticks: number
}

/**
 * Milliseconds of processor time used so far by a process and all its descendants, ended ones
 * included. Undefined where there is no /proc.
 */
export function processorTimeMs(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const all = new Map<number, Times>()
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined
    if (times) all.set(Number(name), times)
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0))
  let ticks = 0
  for (const [pid, times] of all) if (isBelow(pid)) ticks += times.ticks
  return ticks * MS_PER_TICK
}

/** The name of a program may hold spaces and brackets: what counts follows the last bracket. */
function timesOf(pid: number): Times | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: user + system + endedUser + endedSystem }
  } catch {
    return undefined
  }
}
