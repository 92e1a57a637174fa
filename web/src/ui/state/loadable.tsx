import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useUiTexts } from '../texts.js'
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

export function Lines({
  count = 3,
  height = 20,
}: {
  readonly count?: number
  readonly height?: number
}) {
  const texts = useUiTexts()
  return (
    <Stack gap="sm" aria-busy aria-label={texts('loading')} role="status">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders have no identity
        <Skeleton key={index} height={height} />
      ))}
    </Stack>
  )
}
