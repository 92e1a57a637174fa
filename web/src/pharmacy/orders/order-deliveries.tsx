import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { documentsOfQuery } from './order-queries.js'
import { useOrdersTexts } from './texts/index.js'

/** What left for this order, with its papers. */
export function OrderDeliveries({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  if (order.deliveries.length === 0) return null
  return (
    <Panel title={t('order.deliveries')}>
      <Stack gap="sm">
        {order.deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Stack>
    </Panel>
  )
}

function DeliveryRow({ delivery }: { readonly delivery: OrderView['deliveries'][number] }) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const { data } = useQuery(documentsOfQuery('delivery', delivery.id))
  return (
    <Group gap="sm">
      <Text>
        <PathLink to={`/pharmacie/envois/${delivery.id}`}>
          {delivery.noteNumber ?? t('order.noNote')}
        </PathLink>
      </Text>
      <StateBadge state={delivery.state}>{words.word('deliveryState', delivery.state)}</StateBadge>
      {data?.items.map(({ id, kind, number }) => (
        <DocumentButton
          key={id}
          documentId={id}
          title={
            kind === 'delivery-note'
              ? t('order.note', { number: number ?? '' })
              : kind === 'tote-label'
                ? t('order.labels')
                : words.word('documentKind', kind)
          }
        />
      ))}
    </Group>
  )
}
