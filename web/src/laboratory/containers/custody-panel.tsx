import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustodyEventView, CustodyTimeline } from '../../../../src/custody/schema.js'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useCustodyWords } from '../../texts/custody-words.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { Timeline } from '../../ui/layout/timeline.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useHolderName } from '../holder.js'
import { timelineQuery } from '../queries.js'
import { TemperaturePanel } from './temperature-panel.js'
import { useContainerTexts } from './texts.js'

const LATE_MS = 120_000

/** Who held the container when, what does not fit, and how warm it was on the way. */
export function CustodyPanels({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const query = useQuery({
    ...timelineQuery(shipment.containerCode),
    enabled: shipment.sealedAt !== null,
  })
  if (shipment.sealedAt === null) {
    return (
      <Panel title={texts('custody')}>
        <Text c="dimmed">{texts('custodyNone')}</Text>
      </Panel>
    )
  }
  return (
    <Loadable query={query}>
      {(timeline) => (
        <>
          <TemperaturePanel shipment={shipment} events={timeline.events} />
          <Custody shipment={shipment} timeline={timeline} />
        </>
      )}
    </Loadable>
  )
}

function Custody({
  shipment,
  timeline,
}: {
  readonly shipment: ShipmentView
  readonly timeline: CustodyTimeline
}) {
  const texts = useContainerTexts()
  const holderName = useHolderName()
  const words = useCustodyWords()
  const tell = useTold()
  const moves = timeline.events.filter(({ kind }) => kind !== 'temperature')
  return (
    <Panel
      title={texts('custody')}
      aside={
        <StateBadge tone="info">
          {texts('nowHeld', { holder: holderName(shipment.holder) })}
        </StateBadge>
      }
    >
      <Timeline
        entries={moves.map((event) => ({
          id: event.eventId,
          at: event.occurredAt,
          what: words.word('kind', event.kind),
          ...(event.actorName !== null && { who: event.actorName }),
          detail: (
            <Stack gap={4}>
              <Text size="sm">{tell(event)}</Text>
              <Doubts event={event} findings={timeline.findings} />
            </Stack>
          ),
        }))}
      />
    </Panel>
  )
}

function Doubts({
  event,
  findings,
}: {
  readonly event: CustodyEventView
  readonly findings: CustodyTimeline['findings']
}) {
  const words = useCustodyWords()
  const found = findings.filter(({ eventId }) => eventId === event.eventId)
  return (
    <>
      {found.map(({ reason }) => (
        <div key={reason}>
          <StateBadge tone="warn">{words.word('finding', reason)}</StateBadge>
        </div>
      ))}
      {event.flags.map((flag) => (
        <div key={flag}>
          <StateBadge tone={flag === 'seal-mismatch' ? 'stop' : 'warn'}>
            {words.word('flag', flag)}
          </StateBadge>
        </div>
      ))}
    </>
  )
}

const UUID = /^[0-9a-f]{8}-/i

/** Where, with whom and how we know, in one line. */
function useTold(): (event: CustodyEventView) => string {
  const texts = useContainerTexts()
  const words = useCustodyWords()
  const formats = useFormats()
  return (event) => {
    const { placeName, counterpart, sealNumber, tubeCode, inputMode, manualReason } = event
    const delay = Date.parse(event.receivedAt) - Date.parse(event.occurredAt)
    return [
      placeName === null ? '' : texts('at', { place: placeName }),
      counterpart === null || UUID.test(counterpart) ? '' : texts('with', { who: counterpart }),
      tubeCode === null ? '' : texts('of', { code: tubeCode }),
      sealNumber === null ? '' : texts('sealRead', { seal: sealNumber }),
      words.word('mode', inputMode) + (manualReason === null ? '' : ` (${manualReason})`),
      delay > LATE_MS ? texts('knownLater', { duration: formats.duration(delay) }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
