import type { DeliveryView } from '../../../../src/deliveries/schema.js'
import { Code } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useDeliveriesTexts } from './texts/index.js'

type Tote = DeliveryView['totes'][number]

export function ToteList({ totes }: Pick<DeliveryView, 'totes'>) {
  const t = useDeliveriesTexts()
  const code = (value: string | null) => (value === null ? t('detail.none') : <Code>{value}</Code>)
  const columns: Column<Tote>[] = [
    { key: 'code', header: t('lines.tote'), cell: (tote) => <Code>{tote.code}</Code> },
    {
      key: 'class',
      header: t('detail.storage'),
      cell: (tote) => <StorageMark of={tote.storageClass} />,
    },
    { key: 'seal', header: t('detail.seal'), cell: ({ sealNumber }) => code(sealNumber) },
    { key: 'logger', header: t('detail.logger'), cell: ({ loggerId }) => code(loggerId) },
  ]
  return (
    <DataTable
      label={t('detail.toteTable')}
      columns={columns}
      rows={totes}
      rowId={({ id }) => id}
    />
  )
}
