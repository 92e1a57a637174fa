import type { NotificationData } from '@mantine/notifications'
import { lazy, Suspense, useSyncExternalStore } from 'react'

const load = () => import('@mantine/notifications')
const Board = lazy(() =>
  import('./notice-board.js').then((module) => ({ default: module.NoticeBoard })),
)

let isWanted = false
const listeners = new Set<() => void>()

function want(): void {
  isWanted = true
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says something in the corner of the page. What shows it is loaded with the first thing said. */
export async function notify(notice: NotificationData): Promise<void> {
  want()
  const { notifications } = await load()
  notifications.show(notice)
}

export async function takeBack(id: string): Promise<void> {
  const { notifications } = await load()
  notifications.hide(id)
}

/** Where notices appear; nothing until there is one. */
export function Notices() {
  const isShown = useSyncExternalStore(listen, () => isWanted)
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <Board />
    </Suspense>
  )
}
