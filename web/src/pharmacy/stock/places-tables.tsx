import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PlaceView } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Euros, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Loadable } from '../../ui/state/loadable.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { Expiry } from './expiry.js'
import { placesQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'
import { usePlaceName } from './use-place-name.js'

/** Every place that holds units; each opens the lots in it. */
export function PlacesTables() {
  const t = useStockTexts()
  const grouping = useGrouping('pharmacy')
  const query = useQuery({ ...placesQuery(grouping?.id ?? ''), enabled: grouping !== undefined })
  return (
    <Loadable query={query}>
      {({ items }) => (
        <Stack gap="md">
          <Panel title={t('hub')}>
            <PlacesTable
              label={t('hub')}
              places={items.filter(({ establishmentId }) => establishmentId === null)}
            />
          </Panel>
          <Panel title={t('members')}>
            <PlacesTable
              label={t('members')}
              places={items.filter(({ establishmentId }) => establishmentId !== null)}
            />
          </Panel>
        </Stack>
      )}
    </Loadable>
  )
}

interface TableProps {
  readonly label: string
  readonly places: readonly PlaceView[]
}

function PlacesTable({ label, places }: TableProps) {
  const t = useStockTexts()
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <DataTable
      label={t('table', { name: label })}
      columns={columns}
      rows={places}
      rowId={({ id }) => id}
      onOpen={({ id }) =>
        void navigate({ to: '/pharmacie/stock', search: { vue: 'lots', lieu: id } })
      }
    />
  )
}

function useColumns(): Column<PlaceView>[] {
  const t = useStockTexts()
  const formats = useFormats()
  const nameOf = usePlaceName()
  return [
    {
      key: 'place',
      header: t('columns.place'),
      sticky: true,
      cell: (place) => (
        <PathLink to="/pharmacie/stock" search={{ vue: 'lots', lieu: place.id }}>
          {nameOf(place)}
        </PathLink>
      ),
    },
    {
      key: 'storage',
      header: t('columns.storage'),
      cell: ({ storageClass }) =>
        storageClass === null ? (
          '–'
        ) : (
          <StorageMark of={storageClass === 'narcotics-safe' ? 'narcotic' : storageClass} />
        ),
    },
    {
      key: 'products',
      header: t('columns.products'),
      align: 'right',
      cell: ({ products }) => formats.number(products),
    },
    {
      key: 'lots',
      header: t('columns.lots'),
      align: 'right',
      cell: ({ lots }) => formats.number(lots),
    },
    {
      key: 'onHand',
      header: t('columns.units'),
      align: 'right',
      cell: ({ onHandUnits }) => <Units of={onHandUnits} />,
    },
    {
      key: 'reserved',
      header: t('columns.reserved'),
      align: 'right',
      cell: ({ reservedUnits }) => <Units of={reservedUnits} />,
    },
    {
      key: 'expiry',
      header: t('columns.expiry'),
      cell: ({ earliestExpiryOn }) =>
        earliestExpiryOn === null ? '–' : <Expiry on={earliestExpiryOn} />,
    },
    {
      key: 'value',
      header: t('columns.value'),
      align: 'right',
      cell: ({ value }) => <Euros of={value} />,
    },
  ]
}
