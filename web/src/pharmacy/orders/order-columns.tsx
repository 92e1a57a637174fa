import { Group, Stack, Text } from '@mantine/core'
import type { OrderSummary } from '../../../../src/orders/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useOrdersTexts } from './texts/index.js'

/** States before which the cut-off still counts. */
const BEFORE_LEAVING = new Set([
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
])

export function useOrderColumns(to = '/pharmacie/commandes'): Column<OrderSummary>[] {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return [
    {
      key: 'number',
      header: t('queue.number'),
      sticky: true,
      cell: ({ id, number, kind, priority, isLate }) => (
        <Stack gap={2}>
          <Group gap={6} wrap="nowrap">
            <PathLink to={`${to}/${id}`}>
              <span className="nv-code">{number}</span>
            </PathLink>
            <Urgency {...{ priority, isLate }} />
          </Group>
          <Text size="sm" c="dimmed">
            {words.word('orderKind', kind)}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'cutoff',
      header: t('queue.cutoff'),
      cell: ({ cutoffAt, state }) =>
        cutoffAt === null ? (
          <Text c="dimmed">{t('queue.noRun')}</Text>
        ) : BEFORE_LEAVING.has(state) ? (
          <Countdown to={cutoffAt} />
        ) : (
          formats.shortDateTime(cutoffAt)
        ),
    },
    {
      key: 'where',
      header: t('queue.where'),
      cell: ({ establishment, careUnit }) => (
        <Stack gap={2}>
          <span>{establishment.name}</span>
          <Text size="sm" c="dimmed">
            {careUnit?.name ?? t('order.wholeEstablishment')}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'state',
      header: t('queue.state'),
      cell: ({ state }) => <StateBadge state={state}>{words.word('orderState', state)}</StateBadge>,
    },
    {
      key: 'expected',
      header: t('queue.expected'),
      cell: ({ expectedAt }) => (expectedAt === null ? '–' : formats.shortDateTime(expectedAt)),
    },
    { key: 'lines', header: t('queue.lines'), align: 'right', cell: ({ lineCount }) => lineCount },
  ]
}

function Urgency({ priority, isLate }: Pick<OrderSummary, 'priority' | 'isLate'>) {
  const ui = useUiTexts()
  return (
    <>
      {priority === 'urgent' ? <StateBadge tone="warn">{ui('urgent')}</StateBadge> : null}
      {isLate ? <StateBadge tone="stop">{ui('late')}</StateBadge> : null}
    </>
  )
}
