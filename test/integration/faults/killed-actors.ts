// A process that takes orders from creation to receipt with several actors at once and says on its
// standard output what was committed, one line per step: `node --import tsx killed-actors.ts <stage> <progress> <mode>`.
// In the mode `finish` every actor ends its current story and the process leaves; otherwise it is killed.
import { writeSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { systemClock } from '../../../src/kernel/calendar.js'
import { DomainError } from '../../../src/kernel/errors.js'
import type { Actor, Context } from '../../../src/platform/context.js'
import { openDatabase } from '../../../src/platform/db/client.js'
import { advance, type Progress, STEPS, type Stage } from './supply-path.js'

const [stageJson = '', progressJson = '', mode] = process.argv.slice(2)
const stage: Stage = JSON.parse(stageJson)
const progress: readonly Progress[] = JSON.parse(progressJson)
const db = openDatabase(stage.url, { connections: progress.length })
const log = pino({ level: 'silent' })

const contextOf = (actor: Actor, key?: string): Context => ({
  db,
  clock: systemClock,
  log,
  actor,
  requestId: 'faults',
  ...(key !== undefined && { idempotency: { key, fingerprint: 'same' } }),
})

/** Between the commit and the person there is a network: a kill in between loses the answer, not the act. */
const ANSWER_TRAVELS_MS = 8

/** Unbuffered: what is not written when the kill comes was not acknowledged. */
const acknowledge = (at: Progress): void => void writeSync(1, `${JSON.stringify(at)}\n`)

/** As a client does: a request that failed for no reason of its own is sent again, under the same key. */
async function answered(at: Progress): Promise<Progress> {
  for (;;) {
    try {
      return await advance(contextOf, stage, at)
    } catch (error) {
      if (error instanceof DomainError) throw error
    }
  }
}

async function live(from: Progress): Promise<void> {
  let at = from
  while (!(mode === 'finish' && at.step === STEPS.length - 1)) {
    at = await answered(at)
    await after(ANSWER_TRAVELS_MS)
    acknowledge(at)
  }
}

await Promise.all(progress.map(live))
await db.close()
