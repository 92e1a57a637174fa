import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../../src/kernel/calendar.js'
import { DomainError } from '../../../src/kernel/errors.js'
import type { Actor, Context } from '../../../src/platform/context.js'
import { openWorld, type World } from '../../builders/world.js'
import { random } from './random.js'
import { advance, type Progress, STEPS, type Stage } from './supply-path.js'
import { Acknowledged, expectNothingLostNorDoubled, openStage } from './survival.js'

const ACTORS = 8
const STORMS = 20
/** Counted in answered steps, so that work goes on between two storms on a slow machine too. */
const CALM_STEPS = 10
const CALM_MS = 30
/** One answer in so many never arrives, although the act was committed. */
const LOST_ANSWERS = 6
const SEED = 92_400

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ connections: ACTORS })
  stage = await openStage(world)
})
afterAll(() => world.close())

const log = pino({ level: 'silent' })
const contextOf = (actor: Actor, key?: string): Context => ({
  db: world.db,
  clock: systemClock,
  log,
  actor,
  requestId: 'faults',
  ...(key !== undefined && { idempotency: { key, fingerprint: 'same' } }),
})

/** Ends every connection of the program on the server, and says how many there were. */
async function endConnections(): Promise<number> {
  const { rowCount } = await world.owner.pool.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'navette_app'`)
  return rowCount ?? 0
}

test('connections ended by the server under load: the program recovers, loses and doubles nothing', async () => {
  const acknowledged = new Acknowledged()
  const draw = random(SEED)
  let isStormy = true
  let failures = 0
  let lostAnswers = 0
  let answered = 0

  /** As a client does: an answer that did not come is asked for again, under the same key. */
  async function live(actor: number): Promise<void> {
    let at: Progress = { actor, story: 0, step: -1 }
    while (isStormy || at.step < STEPS.length - 1) {
      try {
        const next = await advance(contextOf, stage, at)
        answered += 1
        if (isStormy && draw(LOST_ANSWERS) === 0) {
          lostAnswers += 1
          continue
        }
        at = next
        acknowledged.note(at)
      } catch (error) {
        // A refusal is never the storm's doing: an act was done twice, or lost.
        if (!isStormy || error instanceof DomainError) throw error
        failures += 1
      }
    }
  }

  const actors = Promise.all(Array.from({ length: ACTORS }, (_, actor) => live(actor)))
  let isOver = false
  actors
    .catch(() => undefined)
    .finally(() => {
      isOver = true
    })
  let ended = 0
  for (let storm = 0; storm < STORMS; storm += 1) {
    const calmUntil = answered + CALM_STEPS
    while (answered < calmUntil && !isOver) await after(5)
    await after(draw(CALM_MS))
    ended += await endConnections()
  }
  // The last ended connections are still being noticed: one more turn of the pool settles them.
  await world.db.pool.query('select 1').catch(() => undefined)
  isStormy = false
  await actors

  expect(ended).toBeGreaterThan(STORMS)
  expect(failures).toBeGreaterThan(0)
  expect(lostAnswers).toBeGreaterThan(STORMS)
  await expectNothingLostNorDoubled(world, acknowledged)
}, 60_000)
