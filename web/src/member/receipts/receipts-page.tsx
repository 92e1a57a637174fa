import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { useMember } from '../parts/use-member.js'
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
            <Deliveries
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
      <Deliveries
        label={t('list.past')}
        items={past}
        isLoading={pages.isLoading}
        more={pages.more}
      />
    </Panel>
  )
}

interface DeliveriesProps {
  readonly label: string
  readonly items: readonly DeliveryRow[]
  readonly isToReceive?: boolean
  readonly isLoading?: boolean
  readonly more?: { readonly isLoading: boolean; readonly load: () => void } | undefined
}

function Deliveries({
  label,
  items,
  isToReceive = false,
  isLoading = false,
  more,
}: DeliveriesProps) {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const navigate = useNavigate()
  const { canReceive } = useMember()
  const path = ({ id }: DeliveryRow) => `/etablissement/receptions/${id}`
  const time = (at: string | null) => (at === null ? '' : formats.shortDateTime(at))
  const columns: readonly Column<DeliveryRow>[] = [
    {
      key: 'note',
      header: t('list.note'),
      sticky: true,
      cell: (delivery) => (
        <PathLink to={path(delivery)}>{delivery.noteNumber ?? delivery.order.number}</PathLink>
      ),
    },
    { key: 'order', header: t('detail.order'), cell: ({ order }) => order.number },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state, openDiscrepancies }) => (
        <>
          <StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>{' '}
          {openDiscrepancies > 0 ? (
            <StateBadge tone="warn">
              {t('discrepancy.count', { count: openDiscrepancies })}
            </StateBadge>
          ) : null}
        </>
      ),
    },
    { key: 'totes', header: t('detail.totes'), align: 'right', cell: ({ toteCount }) => toteCount },
    {
      key: 'dispatched',
      header: t('detail.dispatchedAt'),
      cell: ({ dispatchedAt }) => time(dispatchedAt),
    },
    {
      key: 'delivered',
      header: t('detail.deliveredAt'),
      cell: ({ deliveredAt }) => time(deliveredAt),
    },
    ...(isToReceive && canReceive
      ? ([
          {
            key: 'act',
            header: <span className="nv-visually-hidden">{t('list.receive')}</span>,
            cell: (delivery) => (
              <Button component={Link} to={path(delivery)} size="sm">
                {t('list.receive')}
              </Button>
            ),
          },
        ] satisfies readonly Column<DeliveryRow>[])
      : ([
          {
            key: 'received',
            header: t('detail.receivedAt'),
            cell: ({ receivedAt }) => time(receivedAt),
          },
        ] satisfies readonly Column<DeliveryRow>[])),
  ]
  return (
    <DataTable
      label={`${label} · ${t('list.note')}`}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      onOpen={(delivery) => void navigate({ to: path(delivery) })}
      loading={isLoading}
      more={more}
      empty={<EmptyState title={t('list.pastNone')} />}
    />
  )
}
