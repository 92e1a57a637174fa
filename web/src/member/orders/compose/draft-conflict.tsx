import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '../../../api/problem.js'
import { useFormats } from '../../../texts/formats.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { orderQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { differencesOf } from './basket-line.js'
import { type Basket, linesOfOrder } from './use-basket.js'

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
        {saved === undefined ? null : <Differences orderId={saved.id} basket={basket} />}
        <Group gap="xs">
          <Button onClick={() => void basket.unite()}>{t('conflict.unite')}</Button>
          <Button variant="default" onClick={() => void basket.keepOurs()}>
            {t('conflict.ours')}
          </Button>
          <Button variant="default" onClick={() => void basket.takeTheirs()}>
            {t('conflict.theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

interface DifferencesProps {
  readonly orderId: string
  readonly basket: Basket
}

/** Product by product, what is here and what was saved meanwhile. */
function Differences({ orderId, basket }: DifferencesProps) {
  const t = useOrderTexts()
  const formats = useFormats()
  const { data: order } = useQuery({ ...orderQuery(orderId), staleTime: 0 })
  if (order === undefined) return null
  const units = (of: number) =>
    of === 0 ? t('conflict.absent') : t('conflict.units', { units: formats.number(of) })
  return (
    <ul>
      {differencesOf(basket.lines, linesOfOrder(order)).map((difference) => (
        <li key={difference.productId}>
          {t('conflict.difference', {
            product: difference.denomination,
            ours: units(difference.ours),
            theirs: units(difference.theirs),
          })}
        </li>
      ))}
    </ul>
  )
}
