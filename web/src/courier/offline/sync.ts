import { sessionResumed } from '../../api/session-end.js'
import { browserOutbox } from './browser-outbox.js'
import { database, type SyncNote } from './database.js'
import { failuresAfter, pauseAfter } from './pauses.js'
import { postJson } from './post.js'
import { outboxChanged } from './record-acts.js'
import { type SyncEnd, syncRound } from './sync-round.js'

const LOCK = 'navette-courier-sync'
/** Also when nothing says that the network is back: telephones often do not know. */
const EVERY_MS = 30_000

/** Sends what waits, unless another tab is sending. Answers how it ended, or undefined when somebody else sends. */
export async function sendNow(userId: string): Promise<SyncEnd | undefined> {
  return alone(async () => {
    const end = await syncRound({
      outbox: browserOutbox,
      userId,
      now: () => new Date(),
      post: postJson,
    })
    await keepNote(userId, end)
    return end
  })
}

async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  // Without locks (a plain http address) two tabs may send twice: the server takes each act once.
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  )
}

async function keepNote(userId: string, { kind }: SyncEnd): Promise<void> {
  const before = await database.notes.get(userId)
  const triedAt = new Date().toISOString()
  const succeededAt = kind === 'empty' ? triedAt : (before?.succeededAt ?? null)
  const note: SyncNote = { userId, triedAt, succeededAt, end: kind }
  await database.notes.put(note)
}

/**
 * Keeps sending for `userId`: after each act, when the network, the page or the session comes back, at
 * intervals, and less and less often while the server is not reached. Answers how to stop.
 */
export function keepSending(userId: string, onSent: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isStopped = false
  let isBusy = false
  let isAskedAgain = false

  const run = async (): Promise<void> => {
    if (isBusy) {
      isAskedAgain = true
      return
    }
    clearTimeout(timer)
    isBusy = true
    try {
      const end = await sendNow(userId)
      failures = failuresAfter(failures, end)
      if (end !== undefined && end.sent > 0) onSent()
    } finally {
      isBusy = false
      if (!isStopped) plan()
    }
  }
  const plan = (): void => {
    const pause = failures === 0 ? EVERY_MS : pauseAfter(failures, Math.random())
    timer = setTimeout(() => void run(), isAskedAgain && failures === 0 ? 0 : pause)
    isAskedAgain = false
  }
  const now = (): void => {
    failures = 0
    void run()
  }
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') now()
  }

  const unlisten = outboxChanged.listen(() => void run())
  const unlistenResumed = sessionResumed.listen(now)
  window.addEventListener('online', now)
  document.addEventListener('visibilitychange', whenSeen)
  now()
  return () => {
    isStopped = true
    clearTimeout(timer)
    unlisten()
    unlistenResumed()
    window.removeEventListener('online', now)
    document.removeEventListener('visibilitychange', whenSeen)
  }
}
