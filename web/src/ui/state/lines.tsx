import { Skeleton, Stack } from '@mantine/core'
import { useUiTexts } from '../texts.js'

/** Grey lines in the place of what is coming. */
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
