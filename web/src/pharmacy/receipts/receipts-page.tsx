import { Button, Drawer } from '@mantine/core'
import { IconPackageImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReceiptView } from '../../../../src/stock/schema.js'
import { api, read } from '../../api/client.js'
import { useGrouping, useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { uuid } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Units } from '../../ui/marks/amounts.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { RECEIVES_STOCK } from '../stock/roles.js'
import { ReceiptLines } from './receipt-lines.js'
import { useReceiptTexts } from './texts.js'

const ReceiptsSearch = { ouvert: uuid }

/** What came in, latest first; each opens onto its lines. */
export function ReceiptsPage() {
  const t = useReceiptTexts()
  const grouping = useGrouping('pharmacy')
  const mayReceive = useHolds(RECEIVES_STOCK)
  const columns = useColumns()
  const [{ ouvert }, change] = useFilters(ReceiptsSearch)
  const { items, more, isLoading, error, refetch } = usePages({
    queryKey: ['stock', 'receipts', grouping?.id],
    page: (cursor) =>
      read(
        api.stock.receipts.$get({
          query: {
            groupingId: grouping?.id ?? '',
            limit: '50',
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
    enabled: grouping !== undefined,
  })
  const open = items.find(({ id }) => id === ouvert)
  const create = (
    <Button
      component={Link}
      to="/pharmacie/receptions/nouvelle"
      leftSection={<IconPackageImport size={18} aria-hidden />}
    >
      {t('create')}
    </Button>
  )
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={mayReceive ? create : null}>
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={items}
        rowId={({ id }) => id}
        activeId={ouvert}
        onOpen={({ id }) => change({ ouvert: id })}
        loading={isLoading}
        more={more}
        empty={
          <EmptyState title={t('empty')} action={mayReceive ? create : null}>
            {t('emptyHelp')}
          </EmptyState>
        }
      />
      <Drawer
        opened={open !== undefined}
        onClose={() => change({ ouvert: undefined })}
        position="right"
        size="xl"
        title={open === undefined ? '' : t('receipt', { number: open.number })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open === undefined ? null : <ReceiptLines receipt={open} />}
      </Drawer>
    </Page>
  )
}

function useColumns(): Column<ReceiptView>[] {
  const t = useReceiptTexts()
  const formats = useFormats()
  return [
    {
      key: 'number',
      header: t('columns.number'),
      sticky: true,
      cell: ({ number }) => <span className="nv-code">{number}</span>,
    },
    {
      key: 'at',
      header: t('columns.at'),
      cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formats.dateTime(receivedAt)}</time>,
    },
    { key: 'supplier', header: t('columns.supplier'), cell: ({ supplierName }) => supplierName },
    {
      key: 'reference',
      header: t('columns.reference'),
      cell: ({ supplierReference }) => <span className="nv-code">{supplierReference}</span>,
    },
    {
      key: 'lines',
      header: t('columns.lines'),
      align: 'right',
      cell: ({ lines }) => formats.number(lines.length),
    },
    {
      key: 'units',
      header: t('columns.units'),
      align: 'right',
      cell: ({ lines }) => <Units of={lines.reduce((total, { units }) => total + units, 0)} />,
    },
  ]
}
