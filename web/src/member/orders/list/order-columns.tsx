import { Group } from '@mantine/core'
import { useFormats } from '../../../texts/formats.js'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { PathLink } from '../../../ui/layout/page.js'
import { StateBadge } from '../../../ui/marks/state-badge.js'
import type { Column } from '../../../ui/table/data-table.js'
import type { OrderRow } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

/** What the list says of each order. */
export function useOrderColumns(): readonly Column<OrderRow>[] {
  const t = useOrderTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return [
    {
      key: 'number',
      header: t('list.number'),
      sticky: true,
      cell: (order) => (
        <PathLink
          to={
            order.state === 'draft'
              ? '/etablissement/commandes/nouvelle'
              : `/etablissement/commandes/${order.id}`
          }
          search={
            order.state === 'draft'
              ? { [order.kind === 'narcotics' ? 'stupefiants' : 'brouillon']: order.id }
              : {}
          }
        >
          {order.number}
        </PathLink>
      ),
    },
    {
      key: 'unit',
      header: t('list.unit'),
      cell: ({ careUnit }) => careUnit?.name ?? t('list.noUnit'),
    },
    {
      key: 'kind',
      header: t('list.kind'),
      cell: ({ kind, priority }) => (
        <Group gap={6} wrap="nowrap">
          {words.word('orderKind', kind)}
          {priority === 'urgent' ? (
            <StateBadge tone="warn">{words.word('priority', 'urgent')}</StateBadge>
          ) : null}
        </Group>
      ),
    },
    { key: 'lines', header: t('list.lines'), align: 'right', cell: ({ lineCount }) => lineCount },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state, isLate }) => (
        <Group gap={6} wrap="nowrap">
          <StateBadge state={state}>{words.word('orderState', state)}</StateBadge>
          {isLate ? <StateBadge tone="stop">{t('detail.late')}</StateBadge> : null}
        </Group>
      ),
    },
    {
      key: 'expected',
      header: t('list.expected'),
      cell: ({ expectedAt, state }) =>
        expectedAt ? formats.shortDateTime(expectedAt) : state === 'draft' ? '' : t('list.noTime'),
    },
    {
      key: 'sent',
      header: t('list.sent'),
      cell: ({ submittedAt, createdAt }) =>
        submittedAt
          ? formats.shortDateTime(submittedAt)
          : t('list.draftSince', { date: formats.shortDateTime(createdAt) }),
    },
  ]
}
