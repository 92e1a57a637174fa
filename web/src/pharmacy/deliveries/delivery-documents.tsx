import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeliveryView } from '../../../../src/deliveries/schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentPanel } from '../../ui/document/document-panel.js'
import { Panel } from '../../ui/layout/panel.js'
import { Loadable } from '../../ui/state/loadable.js'
import { documentsOfQuery } from '../orders/order-queries.js'
import { useDeliveriesTexts } from './texts/index.js'

/** The note and the labels, in the page: printed from here. */
export function DeliveryDocuments({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useDeliveriesTexts()
  const words = useVocabulary()
  const [chosen, setChosen] = useState<string>()
  const query = useQuery(documentsOfQuery('delivery', delivery.id))
  return (
    <Panel title={t('detail.documents')}>
      <Loadable query={query}>
        {({ items }) => {
          const current = items.find(({ kind }) => kind === chosen) ?? items[0]
          if (current === undefined) return <Text c="dimmed">{t('detail.noDocuments')}</Text>
          return (
            <>
              {items.length > 1 ? (
                <SegmentedControl
                  aria-label={t('detail.documents')}
                  value={current.kind}
                  onChange={setChosen}
                  data={items.map(({ kind }) => ({
                    value: kind,
                    label: words.word('documentKind', kind),
                  }))}
                />
              ) : null}
              <DocumentPanel documentId={current.id} />
            </>
          )
        }}
      </Loadable>
    </Panel>
  )
}
