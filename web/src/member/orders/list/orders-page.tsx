import { Button, Group, Select, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { api, read } from '../../../api/client.js'
import { useFormats } from '../../../texts/formats.js'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { Page, PathLink } from '../../../ui/layout/page.js'
import { StateBadge } from '../../../ui/marks/state-badge.js'
import { EmptyState } from '../../../ui/state/empty-state.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../../ui/table/data-table.js'
import { useFilters } from '../../../ui/use-filters.js'
import { usePages } from '../../../ui/use-pages.js'
import { useMember } from '../../parts/use-member.js'
import { draftPath } from '../compose/draft-path.js'
import { OPEN_STATES, type OrderRow } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

const GROUPS = {
  open: OPEN_STATES.join(','),
  draft: 'draft',
  hub: 'submitted,approved,allocated,picking,picked,released,suspended',
  coming: 'dispatched,delivered',
  done: 'received,closed,rejected,cancelled',
} as const
const GROUP_NAMES = ['open', 'draft', 'hub', 'coming', 'done'] as const

const Filters = z.object({
  etat: z.optional(z.enum(GROUP_NAMES)),
  retard: z.optional(z.boolean()),
  urgent: z.optional(z.boolean()),
})
type Filters = z.infer<typeof Filters>
const NONE: Filters = {}

/** Every order of the establishment, newest first; the filters are in the address. */
export function OrdersPage() {
  const t = useOrderTexts()
  const navigate = useNavigate()
  const { establishmentId, pharmacyId, canOrder } = useMember()
  const [filters, change] = useFilters(Filters, NONE)
  const columns = useColumns()
  const pages = usePages<OrderRow>({
    queryKey: ['orders', 'list', establishmentId, pharmacyId, filters],
    page: (cursor) =>
      read(
        api.orders.$get({
          query: {
            establishmentId,
            ...(pharmacyId !== undefined && { groupingId: pharmacyId }),
            ...(filters.etat !== undefined && { state: GROUPS[filters.etat] }),
            ...(filters.retard === true && { late: 'true' }),
            ...(filters.urgent === true && { priority: 'urgent' }),
            ...(cursor !== undefined && { cursor }),
            limit: '50',
          },
        }),
      ),
  })
  const open = (order: OrderRow) =>
    order.state === 'draft' && canOrder
      ? void navigate({ href: draftPath(order) })
      : void navigate({ to: `/etablissement/commandes/${order.id}` })
  return (
    <Page
      title={t('list.title')}
      actions={
        canOrder ? (
          <Button
            component={Link}
            to="/etablissement/commandes/nouvelle"
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      <Group gap="md" align="flex-end">
        <Select
          label={t('filter.state')}
          data={[
            { value: '', label: t('filter.all') },
            ...GROUP_NAMES.map((value) => ({ value, label: t(`filter.${value}`) })),
          ]}
          value={filters.etat ?? ''}
          onChange={(value) => change({ etat: GROUP_NAMES.find((name) => name === value) })}
          allowDeselect={false}
          w={240}
        />
        <Switch
          label={t('filter.late')}
          checked={filters.retard ?? false}
          onChange={(event) => change({ retard: event.currentTarget.checked || undefined })}
          mb={8}
        />
        <Switch
          label={t('filter.urgent')}
          checked={filters.urgent ?? false}
          onChange={(event) => change({ urgent: event.currentTarget.checked || undefined })}
          mb={8}
        />
      </Group>
      {pages.error ? (
        <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <DataTable
          label={t('list.label')}
          columns={columns}
          rows={pages.items}
          rowId={({ id }) => id}
          onOpen={open}
          emphasis={({ isLate, priority }) =>
            isLate ? 'late' : priority === 'urgent' ? 'urgent' : undefined
          }
          loading={pages.isLoading}
          more={pages.more}
          empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
        />
      )}
    </Page>
  )
}

function useColumns(): readonly Column<OrderRow>[] {
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
