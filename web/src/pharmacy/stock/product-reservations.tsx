import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useGrouping } from '../../app/place.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Units } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DataTable } from '../../ui/table/data-table.js'
import { reservationsQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'

/** For which orders units are kept, lot by lot. */
export function ReservationsOfProduct({ productId }: { readonly productId: string }) {
  const t = useStockTexts()
  const words = useVocabulary()
  const navigate = useNavigate()
  const grouping = useGrouping('pharmacy')
  const query = useQuery({
    ...reservationsQuery(grouping?.id ?? '', productId),
    enabled: grouping !== undefined,
  })
  return (
    <Loadable query={query}>
      {({ items }) => (
        <DataTable
          label={t('table', { name: t('product.reservations') })}
          rows={items}
          rowId={({ id }) => id}
          onOpen={({ orderId }) => void navigate({ to: `/pharmacie/commandes/${orderId}` })}
          columns={[
            {
              key: 'order',
              header: t('columns.order'),
              cell: ({ orderId, orderNumber }) => (
                <PathLink to={`/pharmacie/commandes/${orderId}`}>{orderNumber}</PathLink>
              ),
            },
            {
              key: 'establishment',
              header: t('columns.establishment'),
              cell: ({ establishmentName }) => establishmentName,
            },
            {
              key: 'state',
              header: t('columns.status'),
              cell: ({ orderState }) => (
                <StateBadge state={orderState}>{words.word('orderState', orderState)}</StateBadge>
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
            { key: 'place', header: t('columns.place'), cell: ({ placeName }) => placeName },
            {
              key: 'kept',
              header: t('columns.kept'),
              align: 'right',
              cell: ({ units }) => <Units of={units} />,
            },
            {
              key: 'picked',
              header: t('columns.picked'),
              align: 'right',
              cell: ({ pickedUnits }) => <Units of={pickedUnits} />,
            },
          ]}
          empty={<Text c="dimmed">{t('product.noReservations')}</Text>}
        />
      )}
    </Loadable>
  )
}
