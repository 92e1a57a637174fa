import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { oneOf } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { type Member, useMember } from '../parts/use-member.js'
import { hasEnded, useShipmentColumns } from './shipment-columns.js'
import { OPEN_STATES, type ShipmentRow } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const GROUPS = {
  open: OPEN_STATES.join(','),
  done: 'reconciled,cancelled',
} as const

const Filters = { etat: oneOf(['open', 'done']) }

/** The containers of the establishment: what is being packed, what travels, what the laboratory said. */
export function ShipmentsPage() {
  const t = useTubeTexts()
  const navigate = useNavigate()
  const member = useMember()
  const { laboratoryId, canSend } = member
  const [{ etat = 'open' }, change] = useFilters(Filters)
  const columns = useShipmentColumns()
  const pages = useShipments(member, etat)
  return (
    <Page
      title={t('list.title')}
      actions={
        canSend ? (
          <Button
            component={Link}
            to="/etablissement/prelevements/nouveau"
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      {laboratoryId === undefined ? (
        <EmptyState title={t('list.notHere')}>{t('list.notHereWhy')}</EmptyState>
      ) : (
        <>
          <SegmentedControl
            aria-label={t('list.filter')}
            data={[
              { value: 'open', label: t('list.open') },
              { value: 'done', label: t('list.done') },
            ]}
            value={etat}
            onChange={(value) => change({ etat: value === 'done' ? 'done' : undefined })}
            style={{ alignSelf: 'flex-start' }}
          />
          {pages.error ? (
            <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <DataTable
              label={t('list.title')}
              columns={columns}
              rows={pages.items}
              rowId={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: `/etablissement/prelevements/${id}` })}
              emphasis={({ isUrgent, state }) =>
                isUrgent && !hasEnded(state) ? 'urgent' : undefined
              }
              loading={pages.isLoading}
              more={pages.more}
              empty={
                <EmptyState title={t(etat === 'done' ? 'list.doneNone' : 'list.openNone')}>
                  {etat === 'done' ? '' : t('list.openNoneHow')}
                </EmptyState>
              }
            />
          )}
        </>
      )}
    </Page>
  )
}

function useShipments({ establishmentId, laboratoryId }: Member, etat: keyof typeof GROUPS) {
  const pages = usePages<ShipmentRow>({
    queryKey: ['specimen-shipments', 'list', establishmentId, laboratoryId, etat],
    page: (cursor) =>
      read(
        api['specimen-shipments'].$get({
          query: {
            establishmentId,
            ...(laboratoryId !== undefined && { groupingId: laboratoryId }),
            state: GROUPS[etat],
            limit: '50',
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
    enabled: laboratoryId !== undefined,
  })
  // The API answers first to expire first; what is finished is read latest first.
  const items =
    etat === 'done'
      ? pages.items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      : pages.items
  return { ...pages, items }
}
