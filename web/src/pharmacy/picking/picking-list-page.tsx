import { useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { usePlace } from '../../app/place.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { useOrderColumns } from '../orders/order-columns.js'
import { usePickingTexts } from './texts/index.js'

/** What is reserved and waits for hands, in the order in which it must be ready. */
export function PickingListPage() {
  const t = usePickingTexts()
  const navigate = useNavigate()
  const { id: groupingId } = usePlace()
  const columns = useOrderColumns('/pharmacie/preparation')
  const orders = usePages({
    queryKey: ['orders', 'to-pick', groupingId],
    page: (cursor) =>
      read(
        api.orders.$get({
          query: {
            ...{ groupingId, state: 'allocated,picking', sort: 'cutoff', limit: '100' },
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
  })
  return (
    <Page title={t('title')}>
      {orders.error ? (
        <ProblemAlert error={orders.error} onRetry={() => void orders.refetch()} />
      ) : (
        <DataTable
          label={t('list.label')}
          columns={columns}
          rows={orders.items}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/pharmacie/preparation/${id}` })}
          emphasis={({ isLate, priority }) =>
            isLate ? 'late' : priority === 'urgent' ? 'urgent' : undefined
          }
          loading={orders.isLoading}
          more={orders.more}
          empty={<EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>}
        />
      )}
    </Page>
  )
}
