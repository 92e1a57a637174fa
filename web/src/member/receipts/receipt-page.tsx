import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { useMember } from '../parts/use-member.js'
import { type Delivery, deliveryQuery } from './delivery-queries.js'
import { DiscrepancyList } from './discrepancy-list.js'
import { ReceiveForm } from './receive-form.js'
import { ReceivedLots } from './received-lots.js'
import { useReceiptTexts } from './texts/index.js'

/** One delivery at its establishment: on its way, to receive, or received with what differed. */
export function ReceiptPage() {
  const t = useReceiptTexts()
  const query = useQuery(deliveryQuery(usePathParam('deliveryId')))
  if (query.data === undefined) {
    return (
      <Page title={t('list.title')}>
        <Loadable query={query}>{() => null}</Loadable>
      </Page>
    )
  }
  return <Loaded key={query.data.id} delivery={query.data} />
}

function Loaded({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const { canReceive } = useMember()
  const isToReceive = delivery.state === 'delivered'
  return (
    <Page
      title={delivery.noteNumber ?? t('detail.title', { order: delivery.order.number })}
      crumbs={[{ label: t('list.title'), to: '/etablissement/receptions' }]}
      marks={
        <StateBadge state={delivery.state}>
          {words.word('deliveryState', delivery.state)}
        </StateBadge>
      }
      subtitle={t(`subtitle.${subtitleOf(delivery.state)}`)}
      actions={
        delivery.noteId ? (
          <DocumentButton
            documentId={delivery.noteId}
            title={t('detail.note', { number: delivery.noteNumber ?? '' })}
          />
        ) : null
      }
    >
      {isToReceive && canReceive ? null : <DeliveryFacts delivery={delivery} />}
      {delivery.discrepancies.length > 0 ? (
        <Panel title={t('discrepancy.title', { count: delivery.discrepancies.length })}>
          <DiscrepancyList items={delivery.discrepancies} />
        </Panel>
      ) : null}
      {isToReceive && canReceive ? (
        <ReceiveForm delivery={delivery} />
      ) : (
        <ReceivedLots delivery={delivery} />
      )}
    </Page>
  )
}

const SUBTITLES = ['packed', 'dispatched', 'delivered', 'received', 'closed'] as const
const subtitleOf = (state: string) => SUBTITLES.find((known) => known === state) ?? 'other'

function DeliveryFacts({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const { people } = delivery
  const at = (label: string, instant: string | null, who: string | null) =>
    instant === null
      ? []
      : [{ label, value: [formats.dateTime(instant), who].filter(Boolean).join(' · ') }]
  return (
    <Panel title={t('detail.journey')}>
      <Facts
        items={[
          {
            label: t('detail.order'),
            value: (
              <PathLink to={`/etablissement/commandes/${delivery.order.id}`}>
                {delivery.order.number}
              </PathLink>
            ),
          },
          { label: t('detail.point'), value: delivery.deliveryPoint.name },
          ...at(t('detail.dispatchedAt'), delivery.dispatchedAt, people.dispatched),
          ...at(t('detail.deliveredAt'), delivery.deliveredAt, people.delivered),
          ...at(t('detail.receivedAt'), delivery.receivedAt, people.received),
          ...(delivery.receiverTitle
            ? [{ label: t('detail.receiver'), value: delivery.receiverTitle }]
            : []),
          {
            label: t('detail.totes'),
            value: (
              <Group gap="xs">{delivery.totes.map(({ code }) => code).join(', ') || '—'}</Group>
            ),
          },
        ]}
      />
    </Panel>
  )
}
