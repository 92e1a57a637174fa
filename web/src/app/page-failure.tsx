import type { ErrorComponentProps } from '@tanstack/react-router'
import { ProblemAlert } from '../ui/state/problem-alert.js'

/** A page that failed says so in its place; the frame around it stays. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const failure = error instanceof Error ? error : new Error(String(error))
  return <ProblemAlert error={failure} onRetry={reset} />
}
