import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Lines } from './lines.js'
import { ProblemAlert } from './problem-alert.js'

interface Props<Data> {
  readonly query: UseQueryResult<Data, Error>
  readonly children: (data: Data) => ReactNode
  /** The shape of what is coming; three grey lines unless said otherwise. */
  readonly skeleton?: ReactNode
}

/** What a query shows while it loads, when it is refused, and when it has come. */
export function Loadable<Data>({ query, children, skeleton = <Lines /> }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
  return skeleton
}

export { Lines } from './lines.js'
