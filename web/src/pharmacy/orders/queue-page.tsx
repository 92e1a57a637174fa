import { useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { usePlace } from '../../app/place.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useOrderColumns } from './order-columns.js'
import { QueueFilterBar, QueueFilters } from './queue-filters.js'
import { useOrdersTexts } from './texts/index.js'

/** The orders of the hub in the order in which they must be ready: urgent, then by cut-off. */
export function QueuePage() {
  const t = useOrdersTexts()
  const navigate = useNavigate()
  const [filters, change] = useFilters(QueueFilters)
  const orders = useQueue(filters)
  const columns = useOrderColumns()
  return (
    <Page title={t('title')}>
      <QueueFilterBar filters={filters} onChange={change} />
      {orders.error ? (
        <ProblemAlert error={orders.error} onRetry={() => void orders.refetch()} />
      ) : (
        <DataTable
          label={t('queue.label')}
          columns={columns}
          rows={orders.items}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/pharmacie/commandes/${id}` })}
          emphasis={({ isLate, priority }) =>
            isLate ? 'late' : priority === 'urgent' ? 'urgent' : undefined
          }
          loading={orders.isLoading}
          more={orders.more}
          empty={<EmptyState title={t('queue.none')}>{t('queue.noneHint')}</EmptyState>}
        />
      )}
    </Page>
  )
}

function useQueue(filters: QueueFilters) {
  const { id: groupingId } = usePlace()
  const { establishment, priority, kind, late, short } = filters
  return usePages({
    queryKey: ['orders', 'queue', groupingId, filters],
    page: (cursor) =>
      read(
        api.orders.$get({
          query: {
            groupingId,
            sort: filters.state === 'closed' ? 'newest' : 'cutoff',
            limit: '100',
            ...stepOf(filters),
            ...(establishment !== undefined && { establishmentId: establishment }),
            ...(priority !== undefined && { priority }),
            ...(kind !== undefined && { kind }),
            ...(late === true && { late: 'true' }),
            ...(short === true && { short: 'true' }),
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
  })
}

const AT_HUB = 'submitted,approved,allocated,picking,picked,released,suspended'

/** What a chip asks the server for. What only waits for stock is no work: it has a chip of its own. */
function stepOf({ state, late, priority, short }: QueueFilters) {
  if (state === 'servable') return { state: 'approved', waiting: 'false' }
  if (state === 'waiting') return { state: 'approved', waiting: 'true' }
  if (state !== undefined) return { state }
  // Late is late wherever it is, on the road too.
  if (late === true) return {}
  const isWhole = priority !== undefined || short === true
  return { state: AT_HUB, ...(!isWhole && { waiting: 'false' }) }
}
