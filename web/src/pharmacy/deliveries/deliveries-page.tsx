import { Chip, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { DeliverySummary } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { usePlace } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { flag, oneOf } from '../../ui/filters.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useDeliveriesTexts } from './texts/index.js'

const STATES = ['packed', 'dispatched', 'delivered', 'received', 'closed', 'cancelled'] as const
const Filters = {
  state: oneOf(STATES),
  late: flag,
}

/** What leaves, is on the road and has arrived. */
export function DeliveriesPage() {
  const t = useDeliveriesTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const navigate = useNavigate()
  const { id: groupingId } = usePlace()
  const [{ state, late }, change] = useFilters(Filters)
  const columns = useColumns()
  const deliveries = usePages({
    queryKey: ['deliveries', 'list', groupingId, state, late],
    page: (cursor) =>
      read(
        api.deliveries.$get({
          query: {
            groupingId,
            limit: '100',
            ...(state !== undefined && { state }),
            ...(late === true && { late: 'true' }),
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
  })
  return (
    <Page title={t('title')}>
      <Chip.Group
        multiple={false}
        value={late ? 'late' : (state ?? 'all')}
        onChange={(chosen) =>
          change({
            state: STATES.find((each) => each === chosen),
            late: chosen === 'late' || undefined,
          })
        }
      >
        <Group gap="xs" role="radiogroup" aria-label={t('list.states')}>
          <Chip value="all">{t('list.all')}</Chip>
          {STATES.map((each) => (
            <Chip key={each} value={each}>
              {words.word('deliveryState', each)}
            </Chip>
          ))}
          <Chip value="late">{ui('late')}</Chip>
        </Group>
      </Chip.Group>
      {deliveries.error ? (
        <ProblemAlert error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      ) : (
        <DataTable
          label={t('list.label')}
          columns={columns}
          rows={deliveries.items}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/pharmacie/envois/${id}` })}
          loading={deliveries.isLoading}
          more={deliveries.more}
          empty={<EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>}
        />
      )}
    </Page>
  )
}

function useColumns(): Column<DeliverySummary>[] {
  const t = useDeliveriesTexts()
  const words = useVocabulary()
  const { shortDateTime } = useFormats()
  const at = (instant: string | null) => (instant === null ? '–' : shortDateTime(instant))
  return [
    {
      key: 'note',
      header: t('list.note'),
      sticky: true,
      cell: ({ id, noteNumber }) => (
        <PathLink to={`/pharmacie/envois/${id}`}>{noteNumber ?? t('list.noNote')}</PathLink>
      ),
    },
    {
      key: 'order',
      header: t('list.order'),
      cell: ({ order }) => (
        <PathLink to={`/pharmacie/commandes/${order.id}`}>{order.number}</PathLink>
      ),
    },
    { key: 'where', header: t('list.where'), cell: ({ establishment }) => establishment.name },
    { key: 'totes', header: t('list.totes'), align: 'right', cell: ({ toteCount }) => toteCount },
    { key: 'packed', header: t('list.packed'), cell: ({ packedAt }) => at(packedAt) },
    { key: 'dispatched', header: t('list.dispatched'), cell: (row) => at(row.dispatchedAt) },
    { key: 'received', header: t('list.received'), cell: (row) => at(row.receivedAt) },
    {
      key: 'discrepancies',
      header: t('list.discrepancies'),
      align: 'right',
      cell: ({ openDiscrepancies }) => (openDiscrepancies > 0 ? `! ${openDiscrepancies}` : '–'),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state }) => (
        <StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>
      ),
    },
  ]
}
