import { database } from './database.js'
import { measureClock, thisDevice } from './device.js'
import type { Act } from './model.js'
import type { Outbox, Settled } from './sync-round.js'

/** The outbox in the browser's database. */
export const browserOutbox: Outbox = {
  deviceId: async () => (await thisDevice()).deviceId,
  clockOffset: async () => (await thisDevice()).clockOffsetMs,
  measured: measureClock,
  waiting: async (userId) => {
    const acts = await database.acts.where({ userId, state: 'waiting' }).toArray()
    return acts.toSorted((a, b) => a.position - b.position)
  },
  settle: (outcomes) =>
    database.transaction('rw', database.acts, async () => {
      for (const outcome of outcomes) await settleOne(outcome)
    }),
  freeze: async (position, body) => {
    await database.acts.where({ position }).modify((act) => {
      if (act.type === 'command') Object.assign(act, { body })
    })
  },
}

async function settleOne({ position, ...outcome }: Settled): Promise<void> {
  await database.acts.where({ position }).modify((act: Act) => {
    // Another tab may have had the answer first.
    if (act.state === 'waiting') Object.assign(act, outcome)
  })
}
