import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, read } from '../../../api/client.js'
import { Page } from '../../../ui/layout/page.js'
import { EmptyState } from '../../../ui/state/empty-state.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { DataTable } from '../../../ui/table/data-table.js'
import { useFilters } from '../../../ui/use-filters.js'
import { usePages } from '../../../ui/use-pages.js'
import { useMember } from '../../parts/use-member.js'
import { draftPath } from '../compose/draft-path.js'
import type { OrderRow } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { FilterBar } from './filter-bar.js'
import { useOrderColumns } from './order-columns.js'
import { GROUPS, OrderFilters } from './order-filters.js'

/** Every order of the establishment, newest first; the filters are in the address. */
export function OrdersPage() {
  const t = useOrderTexts()
  const navigate = useNavigate()
  const { establishmentId, pharmacyId, canOrder } = useMember()
  const [filters, change] = useFilters(OrderFilters)
  const columns = useOrderColumns()
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
      <FilterBar filters={filters} change={change} />
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
