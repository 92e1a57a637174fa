import { useQuery } from '@tanstack/react-query'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { useMember } from '../parts/use-member.js'
import { CancelShipment } from './cancel-shipment.js'
import { FollowShipment } from './follow-shipment.js'
import { PackShipment } from './pack-shipment.js'
import { type Shipment, shipmentQuery } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

/** One container: packed here, then followed to the verdict of each tube. */
export function ShipmentPage() {
  const t = useTubeTexts()
  const query = useQuery(shipmentQuery(usePathParam('shipmentId')))
  if (query.data === undefined) {
    return (
      <Page title={t('list.title')}>
        <Loadable query={query}>{() => null}</Loadable>
      </Page>
    )
  }
  return <Loaded key={query.data.id} shipment={query.data} />
}

function Loaded({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const { canSend } = useMember()
  const isDraft = shipment.state === 'draft'
  return (
    <Page
      title={shipment.number}
      crumbs={[{ label: t('list.title'), to: '/etablissement/prelevements' }]}
      marks={
        <>
          <StateBadge state={shipment.state}>
            {words.word('shipmentState', shipment.state)}
          </StateBadge>
          <StorageMark of={shipment.temperatureClass} />
          {shipment.isUrgent ? (
            <StateBadge tone="warn">{words.word('urgency', 'urgent')}</StateBadge>
          ) : null}
          {shipment.hasDiscrepancy ? (
            <StateBadge tone="warn">{t('detail.discrepancy')}</StateBadge>
          ) : null}
        </>
      }
      subtitle={`${t('detail.container')} ${shipment.containerCode} · ${shipment.deliveryPoint.name}`}
      actions={canSend ? <CancelShipment shipment={shipment} /> : null}
    >
      {isDraft && canSend ? (
        <PackShipment shipment={shipment} />
      ) : (
        <FollowShipment shipment={shipment} />
      )}
    </Page>
  )
}
