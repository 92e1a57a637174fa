import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useGrouping } from '../../app/place.js'
import { Units } from '../../ui/marks/amounts.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DataTable } from '../../ui/table/data-table.js'
import { establishmentsQuery } from './establishments-query.js'
import { allotmentsQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'

/** Which care units may hold the product, and how much of it. */
export function AllotmentsOfProduct({ productId }: { readonly productId: string }) {
  const t = useStockTexts()
  const grouping = useGrouping('pharmacy')
  const enabled = grouping !== undefined
  const query = useQuery({ ...allotmentsQuery(grouping?.id ?? ''), enabled })
  const establishments = useQuery({ ...establishmentsQuery(grouping?.id ?? ''), enabled })
  const nameOf = (id: string) =>
    establishments.data?.items.find((each) => each.id === id)?.shortName ?? ''
  return (
    <Loadable query={query}>
      {({ items }) => (
        <DataTable
          label={t('table', { name: t('product.allotments') })}
          rows={items.flatMap((allotment) =>
            allotment.lines
              .filter(({ product }) => product.id === productId)
              .map(({ maximumUnits }) => ({
                id: allotment.id,
                establishment: nameOf(allotment.establishmentId),
                unit: allotment.careUnit.name,
                maximumUnits,
              })),
          )}
          rowId={({ id }) => id}
          columns={[
            {
              key: 'establishment',
              header: t('columns.establishment'),
              cell: ({ establishment }) => establishment,
            },
            { key: 'unit', header: t('columns.unit'), cell: ({ unit }) => unit },
            {
              key: 'maximum',
              header: t('columns.maximum'),
              align: 'right',
              cell: ({ maximumUnits }) => <Units of={maximumUnits} />,
            },
          ]}
          empty={<Text c="dimmed">{t('product.noAllotments')}</Text>}
        />
      )}
    </Loadable>
  )
}
