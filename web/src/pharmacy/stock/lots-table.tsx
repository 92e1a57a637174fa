import { Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { LotSummary } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { PathLink } from '../../ui/layout/page.js'
import { Euros, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { Expiry } from './expiry.js'
import { LotBadge } from './lot-badge.js'
import { lotsPage } from './stock-queries.js'
import type { StockSearch } from './stock-search.js'
import { useStockTexts } from './texts/index.js'

interface Props {
  readonly filters: StockSearch
  /** Lots of this product only, wherever they are: its name is then left out. */
  readonly productId?: string
}

/** Lots, the earliest to expire first, with where their units are. */
export function LotsTable({ filters, productId }: Props) {
  const t = useStockTexts()
  const navigate = useNavigate()
  const grouping = useGrouping('pharmacy')
  const columns = useColumns(productId === undefined)
  const wish = productId === undefined ? filters : { ...filters, productId, anywhere: true }
  const { items, more, isLoading, error, refetch } = usePages({
    queryKey: ['stock', 'lots', grouping?.id, wish],
    page: lotsPage(grouping?.id ?? '', wish),
    enabled: grouping !== undefined,
  })
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  return (
    <DataTable
      label={t('views.lots')}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      onOpen={({ lotId }) => void navigate({ to: `/pharmacie/lots/${lotId}` })}
      loading={isLoading}
      more={more}
      empty={
        productId === undefined ? (
          <EmptyState title={t('emptyLots')}>{t('emptyLotsHelp')}</EmptyState>
        ) : (
          <Text c="dimmed">{t('product.noLots')}</Text>
        )
      }
    />
  )
}

function useColumns(withProduct: boolean): Column<LotSummary>[] {
  const t = useStockTexts()
  const units = (key: string, header: string, of: (lot: LotSummary) => number) => ({
    key,
    header,
    align: 'right' as const,
    cell: (lot: LotSummary) => <Units of={of(lot)} />,
  })
  return [
    { key: 'lot', header: t('columns.lot'), sticky: true, cell: LotCell },
    ...(withProduct ? [{ key: 'product', header: t('columns.product'), cell: ProductCell }] : []),
    {
      key: 'expiresOn',
      header: t('columns.expiresOn'),
      cell: ({ expiresOn }) => <Expiry on={expiresOn} />,
    },
    { key: 'status', header: t('columns.status'), cell: StatusCell },
    {
      key: 'places',
      header: t('columns.places'),
      cell: ({ places }) => (places.length === 0 ? '–' : places.join(', ')),
    },
    units('hub', t('columns.onHand'), ({ hubUnits }) => hubUnits),
    units('reserved', t('columns.reserved'), ({ reservedUnits }) => reservedUnits),
    units('inTransit', t('columns.inTransit'), ({ inTransitUnits }) => inTransitUnits),
    units('member', t('columns.members'), ({ memberUnits }) => memberUnits),
    {
      key: 'value',
      header: t('columns.value'),
      align: 'right',
      cell: ({ hubValue }) => <Euros of={hubValue} />,
    },
  ]
}

const LotCell = ({ lotId, lotNumber }: LotSummary) => (
  <PathLink to={`/pharmacie/lots/${lotId}`}>
    <span className="nv-code">{lotNumber}</span>
  </PathLink>
)

const ProductCell = ({ productName, storageClass, isNarcotic }: LotSummary) => (
  <Stack gap={2} miw={200} maw={360}>
    <span>{productName}</span>
    <span>
      <StorageMark of={storageClass} /> {isNarcotic ? <StorageMark of="narcotic" /> : null}
    </span>
  </Stack>
)

const StatusCell = ({ status, expiresOn, statusReason }: LotSummary) => (
  <Stack gap={2} maw={220}>
    <span>
      <LotBadge status={status} expiresOn={expiresOn} />
    </span>
    {status !== 'available' && statusReason ? (
      <Text span size="sm" c="dimmed">
        {statusReason}
      </Text>
    ) : null}
  </Stack>
)
