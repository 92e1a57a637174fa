import type { ChildProcess } from 'node:child_process'
import { createServer, Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Layout } from './cluster.js'
import type { Launcher } from './launcher.js'
import type { RunningServer } from './postmaster.js'

const ATTEMPTS = 20
const RETRY_MS = 250

/**
 * Refusals that pass: someone took the port between our look and the server's bind, or backends of
 * a killed server have not noticed its death yet and still hold its memory.
 */
const PASSING = /could not bind|could not create any TCP|pre-existing shared memory block/

/** Enough for the pools of one API and one worker, with room for psql. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
]

/** For tests only: a power cut may lose everything. */
const VOLATILE_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

interface LaunchOptions {
  readonly durable: boolean
  readonly log: (line: string) => void
}

/** Starts the server on a free port of the loopback interface and waits until it accepts connections. */
export async function launchServer(
  layout: Layout,
  launcher: Launcher,
  options: LaunchOptions,
): Promise<RunningServer> {
  const settings = options.durable ? SETTINGS : [...SETTINGS, ...VOLATILE_SETTINGS]
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const child = launcher.run('postgres', [
      ...['-D', layout.cluster, '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ])
    const refusal = await untilReady(child, options.log)
    if (refusal === undefined) return { pid: detach(child), port }
    if (!PASSING.test(refusal) || attempt === ATTEMPTS) throw new Error(refusal)
    await delay(RETRY_MS)
  }
}

/** Resolves to `undefined` once connections are accepted, or to all that was printed if it ended. */
function untilReady(child: ChildProcess, log: (line: string) => void): Promise<string | undefined> {
  let printed = ''
  let isReady = false
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log(chunk.toString().trimEnd())
      if (isReady) return
      printed += chunk.toString()
      if (!printed.includes('ready to accept connections')) return
      isReady = true
      resolve(undefined)
    })
    child.once('error', reject)
    child.once('close', () => resolve(printed))
  })
}

/** The server must not keep our process alive: whoever forgets `stop()` still ends. */
function detach(child: ChildProcess): number {
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return child.pid ?? 0
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
