import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { LotTraceView } from '../../../../src/stock/schema.js'
import { PathLink } from '../../ui/layout/page.js'
import { Units } from '../../ui/marks/amounts.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useStockTexts } from '../stock/texts/index.js'
import { useLotTexts } from './texts.js'

/** The orders the lot is kept for or was sent for. */
export function LotOrdersTable({ orders }: Pick<LotTraceView, 'orders'>) {
  const t = useLotTexts()
  const stock = useStockTexts()
  const navigate = useNavigate()
  return (
    <DataTable
      label={stock('table', { name: t('orders') })}
      rows={orders}
      rowId={({ orderId }) => orderId}
      onOpen={({ orderId }) => void navigate({ to: `/pharmacie/commandes/${orderId}` })}
      columns={[
        {
          key: 'order',
          header: t('order'),
          cell: ({ orderId, number }) => (
            <PathLink to={`/pharmacie/commandes/${orderId}`}>{number}</PathLink>
          ),
        },
        {
          key: 'establishment',
          header: t('establishment'),
          cell: ({ establishmentName }) => establishmentName,
        },
        {
          key: 'reserved',
          header: t('reserved'),
          align: 'right',
          cell: ({ reservedUnits }) => <Units of={reservedUnits} />,
        },
        {
          key: 'shipped',
          header: t('shipped'),
          align: 'right',
          cell: ({ shippedUnits }) => <Units of={shippedUnits} />,
        },
        {
          key: 'notes',
          header: t('notes'),
          cell: ({ deliveryNotes }) =>
            deliveryNotes.length === 0 ? '–' : deliveryNotes.join(', '),
        },
      ]}
      empty={<Text c="dimmed">{t('noOrders')}</Text>}
    />
  )
}
