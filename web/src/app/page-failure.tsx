import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isUnreached } from '../api/problem.js'
import { ProblemAlert } from '../ui/state/problem-alert.js'
import { useUiTexts } from '../ui/texts.js'

const loadAnew = () => window.location.reload()

/** A page that failed says so in its place; the frame around it stays, and it comes by itself with the network. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const texts = useUiTexts()
  const failure = error instanceof Error ? error : new Error(String(error))
  const waitsForNetwork = isUnreached(failure)
  useEffect(() => {
    if (!waitsForNetwork) return
    window.addEventListener('online', loadAnew)
    return () => window.removeEventListener('online', loadAnew)
  }, [waitsForNetwork])
  return (
    <>
      <h1 className="nv-visually-hidden">
        {texts(waitsForNetwork ? 'offline.title' : 'failure.title')}
      </h1>
      <ProblemAlert
        error={failure}
        onRetry={() => (waitsForNetwork && navigator.onLine ? loadAnew() : reset())}
      />
    </>
  )
}
