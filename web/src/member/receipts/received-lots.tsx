import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import type { Delivery, DeliveryLine } from './delivery-queries.js'
import { useReceiptTexts } from './texts/index.js'
import { ToteEvidence } from './tote-evidence.js'

/** The lots of a delivery, with what was said of them once it is received. */
export function ReceivedLots({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const isReceived = delivery.receivedAt !== null
  const toteOf = (id: string | null) => delivery.totes.find((tote) => tote.id === id)?.code ?? ''
  const columns: readonly Column<DeliveryLine>[] = [
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
    ...(isReceived
      ? ([
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
        ] satisfies readonly Column<DeliveryLine>[])
      : []),
  ]
  return (
    <>
      <Panel title={t('lots.title')}>
        <DataTable
          label={`${t('lots.title')} ${delivery.noteNumber ?? delivery.order.number}`}
          columns={columns}
          rows={delivery.lines}
          rowId={({ id }) => id}
        />
      </Panel>
      {delivery.totes.length > 0 ? (
        <Panel title={t('lots.evidence')}>
          {delivery.totes.map((tote) => (
            <div key={tote.id} style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
              <Code>{tote.code}</Code>
              <StorageMark of={tote.storageClass} />
              <ToteEvidence tote={tote} />
            </div>
          ))}
        </Panel>
      ) : null}
    </>
  )
}
