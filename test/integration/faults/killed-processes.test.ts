import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../builders/world.js'
import { random } from './random.js'
import { type Progress, STEPS, type Stage } from './supply-path.js'
import { Acknowledged, expectNothingLostNorDoubled, openStage } from './survival.js'

const PROGRAM = join(import.meta.dirname, 'killed-actors.ts')
const LANES = 2
const ACTORS_PER_PROCESS = 12
/** A process takes a second to start: 18 of them interrupt 216 journeys; a longer run is asked for by name. */
const PROCESSES = Number(process.env['NAVETTE_TEST_KILLS'] ?? 18)
/** A life is counted in acknowledged steps, so that a slow machine gets as far as a fast one, plus a moment. */
const LIFE = { steps: 25, ms: 25 }
const SEED = 20_260_312

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ connections: 4 })
  stage = await openStage(world)
})
afterAll(() => world.close())

const acknowledged = new Acknowledged()

/** One process and the progress its actors acknowledged, kept across its deaths. */
class Lane {
  readonly #progress: Progress[]
  /** Actors that were in the middle of something when their process was killed. */
  interrupted = 0
  kills = 0

  constructor(lane: number) {
    this.#progress = Array.from({ length: ACTORS_PER_PROCESS }, (_, i) => ({
      actor: lane * ACTORS_PER_PROCESS + i,
      story: 0,
      step: -1,
    }))
  }

  async killAfter(life: { steps: number; ms: number }): Promise<void> {
    const program = this.#start('kill')
    const lived = new Promise<void>((enough) => {
      let steps = 0
      program.lines.on('line', () => {
        steps += 1
        if (steps > life.steps) enough()
      })
    })
    await Promise.race([lived, program.closed])
    await after(life.ms)
    program.child.kill('SIGKILL')
    const [, signal] = await program.closed
    expect(signal).toBe('SIGKILL')
    this.kills += 1
    this.interrupted += ACTORS_PER_PROCESS
  }

  async finish(): Promise<void> {
    const [code] = await this.#start('finish').closed
    expect(code).toBe(0)
    expect(this.#progress.map(({ step }) => step)).toEqual(
      this.#progress.map(() => STEPS.length - 1),
    )
  }

  #start(mode: 'kill' | 'finish') {
    const args = ['--import', 'tsx', PROGRAM, JSON.stringify(stage), JSON.stringify(this.#progress)]
    const child = spawn(process.execPath, [...args, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => this.#note(JSON.parse(line)))
    // Every line that was written before the kill is still in the pipe.
    const closed = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([end]) => end)
    return { child, lines, closed }
  }

  #note(at: Progress): void {
    this.#progress[this.#progress.findIndex(({ actor }) => actor === at.actor)] = at
    acknowledged.note(at)
  }
}

test('processes killed at any moment lose nothing they acknowledged, and do nothing twice', async () => {
  const draw = random(SEED)
  const lanes = Array.from({ length: LANES }, (_, i) => new Lane(i))
  let left = PROCESSES
  await Promise.all(
    lanes.map(async (lane) => {
      for (; left > 0; ) {
        left -= 1
        await lane.killAfter({ steps: draw(LIFE.steps), ms: draw(LIFE.ms) })
      }
    }),
  )
  await Promise.all(lanes.map((lane) => lane.finish()))

  expect(lanes.reduce((sum, { kills }) => sum + kills, 0)).toBe(PROCESSES)
  expect(lanes.reduce((sum, { interrupted }) => sum + interrupted, 0)).toBeGreaterThanOrEqual(200)
  expect(acknowledged.stories.size).toBeGreaterThanOrEqual(LANES * ACTORS_PER_PROCESS)
  await expectNothingLostNorDoubled(world, acknowledged)
}, 600_000)
