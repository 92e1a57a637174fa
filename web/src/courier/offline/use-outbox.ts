import { useLiveQuery } from 'dexie-react-hooks'
import { useSession } from '../../api/session.js'
import { database, type SyncNote } from './database.js'
import type { Act } from './model.js'
import { useIsOnline } from './use-is-online.js'

export interface OutboxState {
  /** The telephone has looked: before that, nothing is said about what waits. */
  readonly isRead: boolean
  readonly waiting: readonly Act[]
  /** Refused or contradicted, and not yet read by the courier. */
  readonly refused: readonly Act[]
  readonly recent: readonly Act[]
  /** What somebody else did on this telephone and has not sent. */
  readonly ofOthers: number
  readonly note: SyncNote | undefined
  readonly isOffline: boolean
}

const EMPTY = { waiting: [], refused: [], recent: [], ofOthers: 0, note: undefined }
const RECENT_MAX = 30

/** What waits on this telephone, and how the last sending ended. */
export function useOutbox(): OutboxState {
  const { user } = useSession()
  const isOnline = useIsOnline()
  const found = useLiveQuery(() => readOutbox(user.id), [user.id])
  const isOffline = !isOnline || found?.note?.end === 'unreached'
  return { ...(found ?? EMPTY), isRead: found !== undefined, isOffline }
}

async function readOutbox(userId: string) {
  const acts = await database.acts.orderBy('position').toArray()
  const own = acts.filter((act) => act.userId === userId)
  const waiting = acts.filter(({ state }) => state === 'waiting')
  return {
    waiting: waiting.filter((act) => act.userId === userId),
    refused: own.filter(({ state }) => state === 'refused' || state === 'conflict'),
    recent: own
      .filter(({ state }) => state === 'sent')
      .slice(-RECENT_MAX)
      .toReversed(),
    ofOthers: waiting.filter((act) => act.userId !== userId).length,
    note: await database.notes.get(userId),
  }
}
