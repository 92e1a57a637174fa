import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '../../ui/state/empty-state.js'
import { DataTable } from '../../ui/table/data-table.js'
import { deliveryPath, useDeliveryColumns } from './delivery-columns.js'
import type { DeliveryRow } from './delivery-queries.js'
import { useReceiptTexts } from './texts/index.js'

interface Props {
  readonly label: string
  readonly items: readonly DeliveryRow[]
  readonly isToReceive?: boolean
  readonly isLoading?: boolean
  readonly more?: { readonly isLoading: boolean; readonly load: () => void } | undefined
}

/** Deliveries, each opening on its own page. */
export function DeliveriesTable({
  label,
  items,
  isToReceive = false,
  isLoading = false,
  more,
}: Props) {
  const t = useReceiptTexts()
  const navigate = useNavigate()
  const columns = useDeliveryColumns(isToReceive)
  return (
    <DataTable
      label={`${label} · ${t('list.note')}`}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      onOpen={(delivery) => void navigate({ to: deliveryPath(delivery) })}
      loading={isLoading}
      more={more}
      empty={<EmptyState title={t('list.pastNone')} />}
    />
  )
}
