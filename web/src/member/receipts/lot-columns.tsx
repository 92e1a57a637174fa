import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Code, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import type { Column } from '../../ui/table/data-table.js'
import type { Delivery, DeliveryLine } from './delivery-queries.js'
import { useReceiptTexts } from './texts/index.js'

type Columns = readonly Column<DeliveryLine>[]

/** What was shipped of each lot; once received, what was said of it too. */
export function useLotColumns(delivery: Delivery): Columns {
  const shipped = useShippedColumns(delivery)
  const said = useSaidColumns()
  return delivery.receivedAt === null ? shipped : [...shipped, ...said]
}

function useShippedColumns(delivery: Delivery): Columns {
  const t = useReceiptTexts()
  const formats = useFormats()
  const toteOf = (id: string | null) => delivery.totes.find((tote) => tote.id === id)?.code ?? ''
  return [
    {
      key: 'product',
      header: t('lots.product'),
      sticky: true,
      cell: ({ product }) => (
        <div style={{ minWidth: 200, whiteSpace: 'normal' }}>
          {product.denomination}{' '}
          {product.storageClass === 'ambient' ? null : <StorageMark of={product.storageClass} />}
        </div>
      ),
    },
    { key: 'lot', header: t('lot.lot'), cell: ({ lotNumber }) => <Code>{lotNumber}</Code> },
    {
      key: 'expiry',
      header: t('lot.expires'),
      cell: ({ expiresOn }) => formats.day(expiresOn),
    },
    { key: 'tote', header: t('lots.tote'), cell: ({ toteId }) => <Code>{toteOf(toteId)}</Code> },
    {
      key: 'shipped',
      header: t('lots.shipped'),
      align: 'right',
      cell: ({ shippedUnits }) => <Units of={shippedUnits} />,
    },
  ]
}

function useSaidColumns(): Columns {
  const t = useReceiptTexts()
  const words = useVocabulary()
  return [
    {
      key: 'accepted',
      header: t('lots.accepted'),
      align: 'right',
      cell: ({ acceptedUnits }) => <Units of={acceptedUnits} />,
    },
    {
      key: 'refused',
      header: t('lots.refused'),
      align: 'right',
      cell: ({ refusedUnits }) => (refusedUnits ? <Units of={refusedUnits} /> : ''),
    },
    {
      key: 'missing',
      header: t('lots.missing'),
      align: 'right',
      cell: ({ missingUnits }) => (missingUnits ? <Units of={missingUnits} /> : ''),
    },
    {
      key: 'why',
      header: t('lots.why'),
      cell: ({ reasonCode, comment }) =>
        [reasonCode ? words.word('difference', reasonCode) : '', comment]
          .filter(Boolean)
          .join(' · '),
    },
  ]
}
