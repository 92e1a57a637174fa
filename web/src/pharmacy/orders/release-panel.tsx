import { Button, Group, Text } from '@mantine/core'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { PHARMACISTS } from './roles.js'
import { useOrdersTexts } from './texts/index.js'

const PREPARING = new Set(['start-picking', 'pick', 'finish-picking'])

/** The last look of a pharmacist, and whether it must be somebody else's. */
export function ReleasePanel({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const formats = useFormats()
  const { user } = useSession()
  const isPharmacist = useHolds(PHARMACISTS)
  const release = useAct({
    act: () => read(api.orders[':id'].release.$post({ param: { id: order.id } })),
    changes: ['orders', 'today'],
    success: t('done.released', { number: order.number }),
    quiet: true,
  })
  const preparers = preparersOf(order)
  const needsTwo = order.lines.some(
    ({ product, pickedUnits }) =>
      pickedUnits > 0 && (product.isNarcotic || product.requiresFourEyes),
  )
  const isMine = preparers.includes(user.displayName)
  const names = new Intl.ListFormat(formats.locale).format(preparers)
  return (
    <Panel title={t('release.title')}>
      <Text>{preparers.length > 0 ? t('release.preparedBy', { names }) : t('release.nobody')}</Text>
      {needsTwo ? (
        <Group gap="xs">
          <StateBadge tone="warn">{t('lines.fourEyes')}</StateBadge>
          <Text>{isMine ? t('release.another') : t('release.needsTwo')}</Text>
        </Group>
      ) : (
        <Text c="dimmed">{t('release.oneIsEnough')}</Text>
      )}
      {release.error ? <ProblemAlert error={release.error} /> : null}
      {isPharmacist && !(needsTwo && isMine) ? (
        <Group>
          <Button size="md" loading={release.isPending} onClick={() => release.mutate()}>
            {t('act.release')}
          </Button>
        </Group>
      ) : null}
    </Panel>
  )
}

const preparersOf = ({ timeline }: OrderView): string[] => [
  ...new Set(
    timeline.filter(({ action }) => PREPARING.has(action)).map(({ actorName }) => actorName),
  ),
]
