import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'

export const isRoot = process.getuid?.() === 0
export const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

const PROGRAM = join(import.meta.dirname, 'embedded-program.ts')

/** What the other process printed: either a server, or a refusal. */
export interface Answer {
  readonly pid: number
  readonly mode: string
  readonly isShared: boolean
  readonly url: string
  readonly refused?: string
  readonly code?: string
  readonly reason?: string
}

export interface OtherProcess {
  readonly answer: Answer
  /** Ends it in order: its server stops first. */
  end(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'navette-embedded-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the database from another process, behind a command that changes its circumstances. */
export async function inOtherProcess(
  args: readonly string[],
  wrapper: readonly string[] = [],
): Promise<OtherProcess> {
  const [file = '', ...rest] = [...wrapper, process.execPath, '--import', 'tsx', PROGRAM, ...args]
  const child = spawn(file, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const line = await firstLine(child)
  return {
    answer: JSON.parse(line) as Answer,
    end: async () => {
      child.stdin?.end()
      await exited(child)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited(child)
    },
  }
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

export function canRun([file = '', ...args]: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0
}

function firstLine(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('\n')) resolve(printed.split('\n')[0] ?? '')
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`ended with ${code} and printed "${printed}"`)))
  })
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
