import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePages } from '../../ui/use-pages.js'
import { useMember } from '../parts/use-member.js'
import { DeliveriesTable } from './deliveries-table.js'
import { type DeliveryRow, discrepanciesQuery, incomingQuery } from './delivery-queries.js'
import { DiscrepancyList } from './discrepancy-list.js'
import { useReceiptTexts } from './texts/index.js'

/** What waits to be received, what comes, what differed, and what was received before. */
export function ReceiptsPage() {
  const t = useReceiptTexts()
  const { pharmacyId, establishmentId } = useMember()
  return (
    <Page title={t('list.title')}>
      {pharmacyId === undefined ? (
        <EmptyState title={t('list.notHere')} />
      ) : (
        <Stack gap="md">
          <Incoming state="delivered" ids={[establishmentId, pharmacyId]} />
          <Incoming state="dispatched" ids={[establishmentId, pharmacyId]} />
          <Discrepancies ids={[establishmentId, pharmacyId]} />
          <Past ids={[establishmentId, pharmacyId]} />
        </Stack>
      )}
    </Page>
  )
}

type Ids = readonly [establishmentId: string, groupingId: string]

function Incoming({
  state,
  ids,
}: {
  readonly state: 'dispatched' | 'delivered'
  readonly ids: Ids
}) {
  const t = useReceiptTexts()
  const query = useQuery(incomingQuery(...ids, state))
  return (
    <Panel title={t(`list.${state}`)}>
      <Loadable query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t(`list.${state}None`)} />
          ) : (
            <DeliveriesTable
              label={t(`list.${state}`)}
              items={items}
              isToReceive={state === 'delivered'}
            />
          )
        }
      </Loadable>
    </Panel>
  )
}

function Discrepancies({ ids }: { readonly ids: Ids }) {
  const t = useReceiptTexts()
  const { data } = useQuery(discrepanciesQuery(...ids, 'open'))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Panel title={t('discrepancy.open', { count: data.items.length })}>
      <DiscrepancyList items={data.items} withDelivery />
    </Panel>
  )
}

function Past({ ids: [establishmentId, groupingId] }: { readonly ids: Ids }) {
  const t = useReceiptTexts()
  const pages = usePages<DeliveryRow>({
    queryKey: ['deliveries', 'list', establishmentId, groupingId],
    page: (cursor) =>
      read(
        api.deliveries.$get({
          query: { establishmentId, groupingId, limit: '30', ...(cursor && { cursor }) },
        }),
      ),
  })
  const past = pages.items.filter(({ state }) => state === 'received' || state === 'closed')
  return (
    <Panel title={t('list.past')}>
      <DeliveriesTable
        label={t('list.past')}
        items={past}
        isLoading={pages.isLoading}
        more={pages.more}
      />
    </Panel>
  )
}
