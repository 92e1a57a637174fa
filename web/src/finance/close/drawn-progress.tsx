import { Progress, Stack, Text } from '@mantine/core'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useCloseTexts } from './texts.js'

interface Props {
  readonly drawn: number
  readonly all: number
}

/** How many of the month’s documents are made: statements, and the table of the split. */
export function DrawnProgress({ drawn, all }: Props) {
  const texts = useCloseTexts()
  if (all > 0 && drawn === all) {
    return (
      <div>
        <StateBadge tone="ok">{texts('close.allDrawn')}</StateBadge>
      </div>
    )
  }
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{texts('close.drawn', { drawn, all })}</Text>
      <Progress
        size="lg"
        value={all === 0 ? 0 : (drawn / all) * 100}
        aria-label={texts('close.drawing')}
      />
    </Stack>
  )
}
