import { Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReceiptView } from '../../../../src/stock/schema.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Units } from '../../ui/marks/amounts.js'
import { DataTable } from '../../ui/table/data-table.js'
import { UnitCost } from '../stock/unit-cost.js'
import { useReceiptTexts } from './texts.js'

/** The lines of a receipt: what came in, where it was put, and the average cost it left. */
export function ReceiptLines({ receipt }: { readonly receipt: ReceiptView }) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        {receipt.supplierName} · {receipt.supplierReference} ·{' '}
        {formats.dateTime(receipt.receivedAt)}
      </Text>
      <DataTable
        label={t('receipt', { number: receipt.number })}
        rows={receipt.lines}
        rowId={({ id }) => id}
        onOpen={({ lotId }) => void navigate({ to: `/pharmacie/lots/${lotId}` })}
        columns={[
          {
            key: 'product',
            header: t('columns.product'),
            cell: ({ productName, productId }) => (
              <PathLink to={`/pharmacie/stock/${productId}`}>{productName}</PathLink>
            ),
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
            key: 'expiresOn',
            header: t('columns.expiresOn'),
            cell: ({ expiresOn }) => formats.day(expiresOn),
          },
          {
            key: 'units',
            header: t('columns.units'),
            align: 'right',
            cell: ({ units }) => <Units of={units} />,
          },
          {
            key: 'cost',
            header: t('columns.cost'),
            align: 'right',
            cell: ({ unitCost }) => <UnitCost of={unitCost} />,
          },
          {
            key: 'average',
            header: t('columns.average'),
            align: 'right',
            cell: ({ averageCostAfter }) => <UnitCost of={averageCostAfter} />,
          },
          { key: 'place', header: t('columns.place'), cell: ({ locationName }) => locationName },
          {
            key: 'mode',
            header: t('columns.mode'),
            cell: ({ inputMode }) => t(`mode.${inputMode}`),
          },
        ]}
      />
    </Stack>
  )
}
