import { Text } from '@mantine/core'
import type { ProductMovementView } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Units } from '../../ui/marks/amounts.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { movementsPage } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'
import { usePlaceName } from './use-place-name.js'

/** What moved of the product, whatever the lot, latest first. */
export function MovementsOfProduct({ productId }: { readonly productId: string }) {
  const t = useStockTexts()
  const grouping = useGrouping('pharmacy')
  const columns = useColumns()
  const { items, more, isLoading, error } = usePages({
    queryKey: ['stock', 'movements', grouping?.id, productId],
    page: movementsPage(grouping?.id ?? '', productId),
    enabled: grouping !== undefined,
  })
  if (error) return <ProblemAlert error={error} />
  return (
    <DataTable
      label={t('table', { name: t('product.movements') })}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      loading={isLoading}
      more={more}
      height={420}
      empty={<Text c="dimmed">{t('product.noMovements')}</Text>}
    />
  )
}

function useColumns(): Column<ProductMovementView>[] {
  const t = useStockTexts()
  const formats = useFormats()
  const nameOf = usePlaceName()
  const place = (kind: string, name: string, { establishmentName }: ProductMovementView) =>
    nameOf({
      kind,
      name,
      establishmentName:
        kind === 'in-transit' || kind === 'member-store' ? establishmentName : null,
    })
  return [
    {
      key: 'when',
      header: t('columns.when'),
      cell: ({ occurredAt }) => <time dateTime={occurredAt}>{formats.dateTime(occurredAt)}</time>,
    },
    { key: 'what', header: t('columns.what'), cell: ({ reason }) => t.word('movement', reason) },
    {
      key: 'units',
      header: t('columns.units'),
      align: 'right',
      cell: ({ units }) => <Units of={units} />,
    },
    {
      key: 'lot',
      header: t('columns.lot'),
      cell: ({ lotId, lotNumber }) => (
        <PathLink to={`/pharmacie/lots/${lotId}`}>
          <span className="nv-code">{lotNumber}</span>
        </PathLink>
      ),
    },
    {
      key: 'from',
      header: t('columns.from'),
      cell: (row) => place(row.fromKind, row.fromName, row),
    },
    { key: 'to', header: t('columns.to'), cell: (row) => place(row.toKind, row.toName, row) },
    { key: 'who', header: t('columns.who'), cell: ({ actorName }) => actorName ?? '–' },
  ]
}
