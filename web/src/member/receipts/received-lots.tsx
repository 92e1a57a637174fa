import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { DataTable } from '../../ui/table/data-table.js'
import type { Delivery } from './delivery-queries.js'
import { useLotColumns } from './lot-columns.js'
import { useReceiptTexts } from './texts/index.js'
import { ToteEvidence } from './tote-evidence.js'

/** The lots of a delivery, with what was said of them once it is received. */
export function ReceivedLots({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const columns = useLotColumns(delivery)
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
