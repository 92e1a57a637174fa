import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')
export const PROGRAM = join(ROOT, 'src', 'main.cli.ts')
export const SECRET = 'a secret for tests, of 32 characters'

export const isRoot = process.getuid?.() === 0

export interface Options {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** Words in front of the program, such as those that give up root. */
  readonly as?: readonly string[]
}

/** One run of the command line, as a process of its own. */
export class Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | NodeJS.Signals>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[], { env = {}, input = '', as = [] }: Options) {
    const command = [...as, process.execPath, '--import', 'tsx', PROGRAM, ...args]
    this.child = spawn(command[0] ?? '', command.slice(1), {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOME: '/', PORT: '0', NAVETTE_DEMO: 'false', ...env },
    })
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString()
    })
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString()
    })
    this.child.stdin?.end(input)
    this.ended = once(this.child, 'close').then(([code, signal]) => code ?? signal)
    onTestFinished(() => {
      this.child.kill('SIGKILL')
    })
  }

  /** Resolves with what the pattern found in the output; rejects if the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(plain(this.stdout))
      if (found !== null) return found
      const more = this.child.stdout && once(this.child.stdout, 'data')
      const end = await Promise.race([more, this.ended.then((code) => ({ code }))])
      if (end && 'code' in end && !pattern.test(plain(this.stdout))) {
        throw new Error(`Ended with ${end.code} before ${pattern}: ${this.stdout}${this.stderr}`)
      }
    }
  }

  async address(): Promise<string> {
    const [, address = ''] = await this.says(/prête : (http\S+)/)
    return address
  }

  stop(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    this.child.kill(signal)
    return this.ended
  }
}

export const navette = (args: readonly string[], options: Options = {}): Run =>
  new Run(args, options)

/** French spacing is for people; tests look at the words. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** A folder of its own, gone with the test. */
export function dataFolder(mode = 0o700): string {
  const folder = mkdtempSync(join(tmpdir(), 'navette-start-'))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Ends with `code` after one sentence on the error output, and nothing that looks like a stack. */
export async function expectRefusal(run: Run, code: number, sentence: RegExp): Promise<void> {
  expect([await run.ended, run.stderr]).toEqual([code, expect.any(String)])
  const said = plain(run.stderr)
  expect(said).toMatch(sentence)
  expect(said).toMatch(/^✕ [^\n]+\.\n$/)
  expect(said + run.stdout).not.toMatch(/\n\s+at |node_modules|Error:/)
}

/** Database processes whose folder lies below `folder`. */
export function serversIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const isServer = readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
      return isServer && realpathSync(`/proc/${pid}/cwd`).startsWith(folder)
    } catch {
      return false
    }
  })
}

/** Kills them all. Those that end by themselves meanwhile, as the first one falls, are as dead. */
export function killServersIn(folder: string): void {
  for (const pid of serversIn(folder)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}

/** A port that somebody else holds for the length of the test. */
export async function takenPort(): Promise<number> {
  const holder = createServer().listen(0, '0.0.0.0')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())
  const address = holder.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** Runs a system command; answers whether it worked. */
export const works = (file: string, ...args: string[]): boolean =>
  spawnSync(file, args, { stdio: 'ignore' }).status === 0

/** Gives up root, like a service does. */
export const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
export const canBeNobody = isRoot && works(NOBODY[0] ?? '', ...NOBODY.slice(1), 'cat', PROGRAM)
