import { Drawer, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Code, Units } from '../../ui/marks/amounts.js'
import { Loadable } from '../../ui/state/loadable.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import type { Statement } from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

interface Received {
  readonly id: string
  readonly deliveryId: string
  readonly noteNumber: string
  readonly receivedAt: string
  readonly lotNumber: string
  readonly product: string
  readonly units: number
}

const MOST = '200'

/** Every lot received in the month of a statement, from the delivery notes of the establishment. */
const receivedQuery = ({ groupingId, establishmentId, month }: Statement) => ({
  queryKey: ['deliveries', 'received', groupingId, establishmentId, month],
  queryFn: async (): Promise<Received[]> => {
    const { items } = await read(
      api.deliveries.$get({ query: { groupingId, establishmentId, limit: MOST } }),
    )
    const inMonth = items.filter(
      ({ receivedAt }) => receivedAt !== null && dayOf(receivedAt).startsWith(month),
    )
    const deliveries = await Promise.all(
      inMonth.map(({ id }) => read(api.deliveries[':id'].$get({ param: { id } }))),
    )
    return deliveries.flatMap((delivery) =>
      delivery.lines
        .filter(({ acceptedUnits }) => (acceptedUnits ?? 0) > 0)
        .map((line) => ({
          id: line.id,
          deliveryId: delivery.id,
          noteNumber: delivery.noteNumber ?? delivery.order.number,
          receivedAt: delivery.receivedAt ?? '',
          lotNumber: line.lotNumber,
          product: line.product.denomination,
          units: line.acceptedUnits ?? 0,
        })),
    )
  },
  staleTime: 5 * 60_000,
})

interface Props {
  readonly statement: Statement
  readonly product: string | undefined
  readonly onClose: () => void
}

/** Where a line of the statement comes from: the lots that were accepted, and their notes. */
export function ProductDeliveries({ statement, product, onClose }: Props) {
  const t = useStatementTexts()
  const ui = useUiTexts()
  const formats = useFormats()
  const query = useQuery({ ...receivedQuery(statement), enabled: product !== undefined })
  const columns: readonly Column<Received>[] = [
    {
      key: 'note',
      header: t('received.note'),
      cell: ({ deliveryId, noteNumber }) => (
        <PathLink to={`/etablissement/receptions/${deliveryId}`}>{noteNumber}</PathLink>
      ),
    },
    {
      key: 'at',
      header: t('received.at'),
      cell: ({ receivedAt }) => formats.shortDateTime(receivedAt),
    },
    { key: 'lot', header: t('received.lot'), cell: ({ lotNumber }) => <Code>{lotNumber}</Code> },
    {
      key: 'units',
      header: t('received.units'),
      align: 'right',
      cell: ({ units }) => <Units of={units} />,
    },
  ]
  return (
    <Drawer
      opened={product !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={product}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('received.says', { month: formats.month(statement.month) })}
      </Text>
      <Loadable query={query}>
        {(received) => (
          <DataTable
            label={t('received.title')}
            columns={columns}
            rows={received.filter((each) => each.product === product)}
            rowId={({ id }) => id}
            empty={<Text>{t('received.none')}</Text>}
          />
        )}
      </Loadable>
    </Drawer>
  )
}
