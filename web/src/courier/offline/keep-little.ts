import { database } from './database.js'

/** What the server has is kept a day for looking back, then forgotten: a lost telephone tells little. */
const KEPT_MS = 24 * 60 * 60_000

/** Forgets acts the server confirmed a day ago, and rounds of which nothing waits any more. */
export async function forgetOld(now: Date = new Date()): Promise<void> {
  const limit = new Date(now.getTime() - KEPT_MS).toISOString()
  await database.transaction('rw', database.acts, database.runs, async () => {
    await database.acts
      .filter((act) => isOver(act.state) && (act.settledAt ?? act.at) < limit)
      .delete()
    const needed = new Set((await database.acts.toArray()).map(({ runId }) => runId))
    await database.runs.filter(({ id, readAt }) => readAt < limit && !needed.has(id)).delete()
  })
}

const isOver = (state: string): boolean => state === 'sent' || state === 'set-aside'
