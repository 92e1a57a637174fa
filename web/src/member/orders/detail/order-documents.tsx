import { Group, Stack, Text } from '@mantine/core'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { DocumentButton } from '../../../ui/document/document-button.js'
import { PathLink } from '../../../ui/layout/page.js'
import { Panel } from '../../../ui/layout/panel.js'
import { StateBadge } from '../../../ui/marks/state-badge.js'
import { isStopped, type Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

/** The deliveries of an order, each with its note. */
export function OrderDocuments({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const words = useVocabulary()
  return (
    <Panel title={t('detail.documents')}>
      {order.deliveries.length === 0 ? (
        <Text c="dimmed">{t(isStopped(order) ? 'detail.noDelivery' : 'detail.noDocument')}</Text>
      ) : (
        <Stack gap="sm">
          {order.deliveries.map(({ id, state, noteId, noteNumber }) => (
            <Group key={id} gap="md">
              <StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>
              <PathLink to={`/etablissement/receptions/${id}`}>{t('detail.openDelivery')}</PathLink>
              {noteId ? (
                <DocumentButton
                  documentId={noteId}
                  title={t('detail.note', { number: noteNumber ?? '' })}
                />
              ) : null}
            </Group>
          ))}
        </Stack>
      )}
    </Panel>
  )
}
