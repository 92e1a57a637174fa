import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../test-chromium.js'
import { STORY_DAY } from './support/story.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where Navette answers; empty when this machine has no Chromium: suites skip and say so. */
    e2eAddress: string
    chromium: string
    /** The process that answers: SIGUSR2 moves its day past the end of the month, and back. */
    e2eProcess: number
  }
}

const ROOT = resolve(import.meta.dirname, '../..')

/** The screens as they are now, over the demonstration, played once for the whole run. */
// A default export because vitest calls nothing else.
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  project.provide('chromium', chromium ?? '')
  project.provide('e2eAddress', '')
  project.provide('e2eProcess', 0)
  if (chromium === undefined) return () => Promise.resolve()

  execFileSync(process.execPath, ['tools/build-screens.mjs'], {
    cwd: ROOT,
    env: OWN,
    stdio: 'inherit',
  })
  const folder = mkdtempSync(join(tmpdir(), 'navette-e2e-'))
  const program = start(folder)
  const stop = async () => {
    const ended = program.exitCode === null && once(program, 'exit')
    if (program.connected) program.disconnect()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  project.provide('e2eProcess', program.pid ?? 0)
  try {
    project.provide('e2eAddress', await addressOf(program))
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** Nothing of the test runner: the screens are built, and the program runs, as for anybody. */
const OWN = { PATH: process.env['PATH'], HOME: process.env['HOME'] }

function start(folder: string): ChildProcess {
  return fork(join(ROOT, 'test/e2e/support/program.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...OWN,
      ...{ NAVETTE_DATA: folder, NAVETTE_DEMO_DATE: STORY_DAY },
      ...{ PORT: '0', HOST: '127.0.0.1', NAVETTE_LOG_LEVEL: 'error' },
    },
  })
}

async function addressOf(program: ChildProcess): Promise<string> {
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`Navette ended with ${code} before it was ready`)
  })
  const [message]: unknown[] = await Promise.race([once(program, 'message'), ended])
  if (typeof message === 'object' && message !== null && 'address' in message) {
    return String(message.address)
  }
  throw new TypeError('Navette says where it answers')
}
