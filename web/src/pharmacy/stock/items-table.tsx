import { Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ItemView } from '../../../../src/stock/schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Euros, Units } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Meter } from '../../ui/picture/meter.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { toneOfCoverage } from './coverage-picture.js'
import { Expiry } from './expiry.js'
import { itemsPage } from './stock-queries.js'
import type { StockSearch } from './stock-search.js'
import { useStockTexts } from './texts/index.js'

/** A bar is full at two months: beyond, only the figure matters. */
const FULL_DAYS = 60

export function ItemsTable({ filters }: { readonly filters: StockSearch }) {
  const t = useStockTexts()
  const navigate = useNavigate()
  const grouping = useGrouping('pharmacy')
  const columns = useColumns()
  const { items, more, isLoading, error, refetch } = usePages({
    queryKey: ['stock', 'items', grouping?.id, filters],
    page: itemsPage(grouping?.id ?? '', filters),
    enabled: grouping !== undefined,
  })
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  return (
    <DataTable
      label={t('views.produits')}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/pharmacie/stock/${id}` })}
      loading={isLoading}
      more={more}
      empty={<EmptyState title={t('emptyItems')}>{t('emptyItemsHelp')}</EmptyState>}
    />
  )
}

function useColumns(): Column<ItemView>[] {
  const t = useStockTexts()
  return [
    { key: 'product', header: t('columns.product'), sticky: true, cell: ProductCell },
    {
      key: 'onHand',
      header: t('columns.onHand'),
      align: 'right',
      cell: ({ ownedUnits }) => <Units of={ownedUnits} />,
    },
    {
      key: 'reserved',
      header: t('columns.reserved'),
      align: 'right',
      cell: ({ reservedUnits }) => <Units of={reservedUnits} />,
    },
    {
      key: 'available',
      header: t('columns.available'),
      align: 'right',
      cell: (item) => <Available item={item} />,
    },
    {
      key: 'inTransit',
      header: t('columns.inTransit'),
      align: 'right',
      cell: ({ inTransitUnits }) => <Units of={inTransitUnits} />,
    },
    {
      key: 'expiry',
      header: t('columns.expiry'),
      cell: ({ earliestExpiryOn }) =>
        earliestExpiryOn === null ? '–' : <Expiry on={earliestExpiryOn} />,
    },
    { key: 'coverage', header: t('columns.coverage'), cell: (item) => <Coverage item={item} /> },
    {
      key: 'value',
      header: t('columns.value'),
      align: 'right',
      cell: ({ value }) => <Euros of={value} />,
    },
  ]
}

const ProductCell = ({ id, productName, storageClass, isNarcotic }: ItemView) => (
  <Stack gap={2} miw={{ base: 150, sm: 240 }} maw={{ base: 170, sm: 420 }}>
    <PathLink to={`/pharmacie/stock/${id}`}>{productName}</PathLink>
    <span>
      <StorageMark of={storageClass} /> {isNarcotic ? <StorageMark of="narcotic" /> : null}
    </span>
  </Stack>
)

function Available({ item }: { readonly item: ItemView }) {
  const t = useStockTexts()
  const formats = useFormats()
  const { availableUnits, allotmentUnits, blockedUnits } = item
  return (
    <Stack gap={2} align="flex-end">
      <Text span fw={600}>
        <Units of={availableUnits} />
      </Text>
      {blockedUnits > 0 ? (
        <StateBadge tone="warn">{t('blocked', { n: formats.number(blockedUnits) })}</StateBadge>
      ) : null}
      {availableUnits < allotmentUnits ? (
        <StateBadge tone="warn">
          {t('belowAllotment', { n: formats.number(allotmentUnits) })}
        </StateBadge>
      ) : null}
    </Stack>
  )
}

export function Coverage({ item }: { readonly item: Pick<ItemView, 'coverageDays'> }) {
  const t = useStockTexts()
  const formats = useFormats()
  const { coverageDays } = item
  if (coverageDays === null) {
    return (
      <Text span size="sm" c="dimmed">
        {t('noConsumption')}
      </Text>
    )
  }
  return (
    <Meter share={coverageDays / FULL_DAYS} tone={toneOfCoverage(coverageDays)}>
      {t('days', { n: formats.number(coverageDays) })}
    </Meter>
  )
}
