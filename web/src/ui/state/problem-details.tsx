import type { ProblemProps } from './explained.js'
import { ProblemNotice } from './problem-notice.js'
import { useExplained } from './use-explained.js'

/** What the server refused, with every sentence there is for it. */
export function ProblemDetails(props: ProblemProps) {
  return <ProblemNotice {...props} explained={useExplained(props.error)} />
}
