import { lazy, Suspense } from 'react'
import { Lines } from './lines.js'

/** Every sentence of every refusal is long to load, and seldom needed: it comes with the first one. */
const ProblemDetails = lazy(() =>
  import('./problem-details.js').then((module) => ({ default: module.ProblemDetails })),
)

interface Props {
  readonly error: Error
  readonly onRetry?: (() => void) | undefined
  readonly comesIntoView?: boolean
}

/** What was refused or failed: what happened, why, and what to do now. */
export function ProblemAlert(props: Props) {
  return (
    <Suspense fallback={<Lines count={2} />}>
      <ProblemDetails {...props} />
    </Suspense>
  )
}
