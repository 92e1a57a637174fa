import type { DeliveryView } from '../../../../src/deliveries/schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Code, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useDeliveriesTexts } from './texts/index.js'

type Line = DeliveryView['lines'][number]

/** Lot by lot what was sent, and what the establishment said of it. */
export function DeliveryLines({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useDeliveriesTexts()
  const columns = useColumns(delivery)
  return (
    <DataTable
      label={t('detail.lineTable')}
      columns={columns}
      rows={delivery.lines}
      rowId={({ id }) => id}
      emphasis={(line) => (hasDifference(line) ? 'urgent' : undefined)}
    />
  )
}

const hasDifference = ({ refusedUnits, missingUnits }: Line): boolean =>
  (refusedUnits ?? 0) + (missingUnits ?? 0) > 0

function useColumns({ totes, receivedAt, lines }: DeliveryView): Column<Line>[] {
  const t = useDeliveriesTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const received: Column<Line>[] = [
    {
      key: 'accepted',
      header: t('lines.accepted'),
      align: 'right',
      cell: unitsOf('acceptedUnits'),
    },
    { key: 'refused', header: t('lines.refused'), align: 'right', cell: unitsOf('refusedUnits') },
    { key: 'missing', header: t('lines.missing'), align: 'right', cell: unitsOf('missingUnits') },
  ]
  const reason: Column<Line> = {
    key: 'reason',
    header: t('lines.reason'),
    cell: ({ reasonCode, comment }) =>
      reasonCode === null
        ? '–'
        : [words.word('difference', reasonCode), comment].filter((part) => part !== '').join(' · '),
  }
  return [
    {
      key: 'product',
      header: t('lines.product'),
      cell: ({ product }) => (
        <>
          {product.denomination} <StorageMark of={product.storageClass} compact />
        </>
      ),
    },
    { key: 'lot', header: t('lines.lot'), cell: ({ lotNumber }) => <Code>{lotNumber}</Code> },
    { key: 'expires', header: t('lines.expires'), cell: (line) => formats.day(line.expiresOn) },
    {
      key: 'tote',
      header: t('lines.tote'),
      cell: ({ toteId }) => <Code>{totes.find(({ id }) => id === toteId)?.code ?? '–'}</Code>,
    },
    { key: 'shipped', header: t('lines.shipped'), align: 'right', cell: unitsOf('shippedUnits') },
    ...(receivedAt === null ? [] : received),
    ...(lines.some(hasDifference) ? [reason] : []),
  ]
}

const unitsOf =
  (key: 'shippedUnits' | 'acceptedUnits' | 'refusedUnits' | 'missingUnits') => (line: Line) => (
    <Units of={line[key]} />
  )
