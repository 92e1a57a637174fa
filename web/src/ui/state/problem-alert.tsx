import { lazy, Suspense } from 'react'
import { isUnreached } from '../../api/problem.js'
import { type ProblemProps, useFailed, useUnreached } from './explained.js'
import { Lines } from './lines.js'
import { ProblemNotice } from './problem-notice.js'

/** Every sentence of every refusal is long to load, and seldom needed: it comes with the first one. */
const ProblemDetails = lazy(() =>
  import('./problem-details.js').then(
    (module) => ({ default: module.ProblemDetails }),
    () => ({ default: ProblemUnexplained }),
  ),
)

/** What was refused or failed: what happened, why, and what to do now. */
export function ProblemAlert(props: ProblemProps) {
  const unreached = useUnreached()
  if (isUnreached(props.error)) return <ProblemNotice {...props} explained={unreached} />
  return (
    <Suspense fallback={<Lines count={2} />}>
      <ProblemDetails {...props} />
    </Suspense>
  )
}

/** Refused just before the network went: the sentences could not come. */
function ProblemUnexplained(props: ProblemProps) {
  return <ProblemNotice {...props} explained={useFailed()} />
}
