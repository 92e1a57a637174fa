import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isUnreached } from '../api/problem.js'
import { ProblemAlert } from '../ui/state/problem-alert.js'

const loadAnew = () => window.location.reload()

/** A page that failed says so in its place; the frame around it stays, and it comes by itself with the network. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const failure = error instanceof Error ? error : new Error(String(error))
  const waitsForNetwork = isUnreached(failure)
  useEffect(() => {
    if (!waitsForNetwork) return
    window.addEventListener('online', loadAnew)
    return () => window.removeEventListener('online', loadAnew)
  }, [waitsForNetwork])
  return (
    <ProblemAlert
      error={failure}
      onRetry={() => (waitsForNetwork && navigator.onLine ? loadAnew() : reset())}
    />
  )
}
