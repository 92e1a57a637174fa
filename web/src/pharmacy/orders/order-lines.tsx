import { Stack, Text } from '@mantine/core'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code, Units } from '../../ui/marks/amounts.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import type { Line } from './decisions.js'
import { ProductName } from './product-name.js'
import { useOrdersTexts } from './texts/index.js'
import { WhyNotMore } from './why-not-more.js'

/** What was asked, decided, kept, picked and sent of each line, and why not more. */
export function OrderLines({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const columns = useColumns(order)
  const short = order.lines.filter(({ explanation }) => (explanation ?? []).length > 0)
  return (
    <Panel title={t('order.lines')}>
      <DataTable
        label={t('lines.table', { number: order.number })}
        columns={columns}
        rows={order.lines}
        rowId={({ id }) => id}
      />
      {short.map((line) => (
        <div key={line.id}>
          <Text fw={500}>{line.product.denomination}</Text>
          <WhyNotMore
            asked={line.approvedUnits ?? line.orderedUnits}
            given={(line.approvedUnits ?? line.orderedUnits) - unmetOf(line)}
            explanation={line.explanation ?? []}
          />
        </div>
      ))}
    </Panel>
  )
}

const unmetOf = (line: Line): number =>
  (line.explanation ?? []).reduce((sum, { units }) => sum + units, 0)

function useColumns({ state }: OrderView): Column<Line>[] {
  const t = useOrdersTexts()
  const isKept = ['allocated', 'picking', 'picked', 'released', 'suspended'].includes(state)
  const hasLeft = ['dispatched', 'delivered', 'received', 'closed'].includes(state)
  const figures: (Column<Line> | false)[] = [
    figure('ordered', t('lines.ordered'), ({ orderedUnits }) => orderedUnits),
    state !== 'submitted' &&
      figure('approved', t('lines.approved'), ({ approvedUnits }) => approvedUnits),
    isKept &&
      figure('kept', t('lines.kept'), ({ allocations }) =>
        allocations.reduce((sum, { units }) => sum + units, 0),
      ),
    isKept && figure('picked', t('lines.picked'), ({ pickedUnits }) => pickedUnits),
    hasLeft && figure('shipped', t('lines.shipped'), ({ shippedUnits }) => shippedUnits),
  ]
  return [
    { key: 'product', header: t('lines.product'), cell: (line) => <Product line={line} /> },
    ...figures.filter((column) => column !== false),
    { key: 'rest', header: t('lines.rest'), cell: (line) => <Rest line={line} /> },
    ...(isKept
      ? [
          {
            key: 'lots',
            header: t('lines.lots'),
            cell: (line: Line) => <Lots lots={line.allocations} />,
          },
        ]
      : []),
  ]
}

const figure = (key: string, header: string, of: (line: Line) => number | null): Column<Line> => ({
  key,
  header,
  align: 'right',
  cell: (line) => <Units of={of(line)} />,
})

function Product({ line }: { readonly line: Line }) {
  const t = useOrdersTexts()
  const { product, requestedProduct } = line
  return (
    <>
      <ProductName product={product} />
      {product.id === requestedProduct.id ? null : (
        <Text size="sm" c="dimmed">
          {t('lines.insteadOf', { name: requestedProduct.denomination })}
        </Text>
      )}
    </>
  )
}

function Rest({ line }: { readonly line: Line }) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { backorderedUnits, cancelledUnits, reasonCode, comment } = line
  if (backorderedUnits + cancelledUnits === 0) return '–'
  return (
    <Stack gap={0}>
      {backorderedUnits > 0 ? (
        <span>{t('lines.backordered', { units: formats.number(backorderedUnits) })}</span>
      ) : null}
      {cancelledUnits > 0 ? (
        <span>{t('lines.cancelled', { units: formats.number(cancelledUnits) })}</span>
      ) : null}
      {reasonCode === null ? null : (
        <Text size="sm" c="dimmed">
          {[words.word('reason', reasonCode), comment].filter((part) => part !== '').join(' · ')}
        </Text>
      )}
    </Stack>
  )
}

function Lots({ lots }: { readonly lots: Line['allocations'] }) {
  const t = useOrdersTexts()
  const formats = useFormats()
  if (lots.length === 0) return <Text c="dimmed">{t('lines.none')}</Text>
  return (
    <Stack gap={4}>
      {lots.map(({ lotId, locationId, lotNumber, expiresOn, units, locationName }) => (
        <div key={`${lotId} ${locationId}`}>
          <Code>{lotNumber}</Code> {t('lines.until', { day: formats.day(expiresOn) })}
          <Text size="sm" c="dimmed">
            {t('lines.place', { units: formats.number(units), place: locationName })}
          </Text>
        </div>
      ))}
    </Stack>
  )
}
