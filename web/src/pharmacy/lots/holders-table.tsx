import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { LotTraceView } from '../../../../src/stock/schema.js'
import { Units } from '../../ui/marks/amounts.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useStockTexts } from '../stock/texts/index.js'
import { usePlaceName } from '../stock/use-place-name.js'
import { useLotTexts } from './texts.js'

/** Where units of the lot are at this moment; a place opens everything it holds. */
export function HoldersTable({ holders }: Pick<LotTraceView, 'holders'>) {
  const t = useLotTexts()
  const stock = useStockTexts()
  const navigate = useNavigate()
  const nameOf = usePlaceName()
  return (
    <DataTable
      label={stock('table', { name: t('holders') })}
      rows={holders}
      rowId={({ locationId }) => locationId}
      onOpen={({ locationId }) =>
        void navigate({ to: '/pharmacie/stock', search: { vue: 'lots', lieu: locationId } })
      }
      columns={[
        {
          key: 'place',
          header: t('place'),
          cell: ({ locationKind, locationName, establishmentName }) =>
            nameOf({ kind: locationKind, name: locationName, establishmentName }),
        },
        {
          key: 'onHand',
          header: t('onHand'),
          align: 'right',
          cell: ({ onHandUnits }) => <Units of={onHandUnits} />,
        },
        {
          key: 'reserved',
          header: t('reserved'),
          align: 'right',
          cell: ({ reservedUnits }) => <Units of={reservedUnits} />,
        },
      ]}
      empty={<Text c="dimmed">{t('noHolders')}</Text>}
    />
  )
}
