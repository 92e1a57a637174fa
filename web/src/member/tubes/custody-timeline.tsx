import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { Timeline } from '../../ui/layout/timeline.js'
import { journeyQuery } from '../parts/journey-query.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

/** Who held the container when, and the temperatures that were read. */
export function CustodyTimeline({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const { data } = useQuery(journeyQuery(shipment.containerCode))
  const sealed =
    shipment.sealedAt === null
      ? []
      : [
          {
            id: 'sealed',
            at: shipment.sealedAt,
            what: t('custody.sealed'),
            who: shipment.establishment.name,
          },
        ]
  const events = (data?.events ?? []).map((event) => ({
    id: event.eventId,
    at: event.occurredAt,
    what: t.word('custody', event.kind),
    who: event.counterpart ?? t.word('custodyBy', event.kind),
    detail: [
      event.temperatureDeciCelsius === null
        ? ''
        : `${formats.decimal(event.temperatureDeciCelsius / 10)}\u00a0°C`,
      event.tubeCode ? t('custody.tube', { code: event.tubeCode }) : '',
      event.inputMode === 'manual' ? t('custody.byHand') : '',
      event.manualReason ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  const coming =
    shipment.state === 'sealed' && shipment.plannedPickUpAt !== null
      ? [
          {
            id: 'coming',
            at: shipment.plannedPickUpAt,
            what: `◌ ${t('custody.planned')}`,
          },
        ]
      : []
  return <Timeline entries={[...sealed, ...events, ...coming]} />
}
