import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { ApiProblem } from '../../../api/problem.js'
import { useFormats } from '../../../texts/formats.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { useOrderTexts } from '../texts/index.js'
import type { Basket } from './use-basket.js'

/** Two people had the same draft open: what happened, and the choice. A refusal is said as it is. */
export function DraftConflict({ basket }: { readonly basket: Basket }) {
  const t = useOrderTexts()
  const formats = useFormats()
  const { status, error, saved } = basket.draft
  if (status === 'refused' && error !== undefined) return <ProblemAlert error={error} />
  if (status !== 'conflict') return null
  const changedAt = error instanceof ApiProblem ? error.problem['changedAt'] : undefined
  const time = typeof changedAt === 'string' ? formats.time(changedAt) : ''
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      title={`! ${t('conflict.title')}`}
      styles={{ title: { color: 'var(--nv-warn)' }, message: { color: 'var(--nv-ink)' } }}
    >
      <Stack gap="xs">
        <Text>{t('conflict.sentence', { number: saved?.number ?? '', time })}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => void basket.takeTheirs()}>
            {t('conflict.theirs')}
          </Button>
          <Button onClick={() => void basket.keepOurs()}>{t('conflict.ours')}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}
