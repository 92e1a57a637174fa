import { Stack, Tabs } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentPanel } from '../../ui/document/document-panel.js'
import { Facts } from '../../ui/layout/facts.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { CustodyTimeline } from './custody-timeline.js'
import { ShipmentAlarms } from './shipment-alarms.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import { TubeVerdicts } from './tube-verdicts.js'

const ON_THE_WAY: ReadonlySet<string> = new Set(['sealed', 'in-transit', 'delivered', 'receiving'])

/** A sealed container, from here to the verdict of each of its tubes. */
export function FollowShipment({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  return (
    <Stack gap="md">
      {ON_THE_WAY.has(shipment.state) ? <ShipmentAlarms shipment={shipment} /> : null}
      <ShipmentFacts shipment={shipment} />
      <Panel title={t('detail.tubes', { count: shipment.tubeCount })}>
        <TubeVerdicts shipment={shipment} />
      </Panel>
      <Papers shipment={shipment} />
      <Panel title={t('detail.custody')}>
        <CustodyTimeline shipment={shipment} />
      </Panel>
    </Stack>
  )
}

function ShipmentFacts({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const isOnTheWay = ON_THE_WAY.has(shipment.state)
  const at = (label: string, instant: string | null) =>
    instant === null ? [] : [{ label, value: formats.dateTime(instant) }]
  const override = shipment.checklist?.['overrideReason']
  const { holder } = shipment
  return (
    <Panel title={t('detail.facts')}>
      <Facts
        items={[
          {
            label: t('detail.deadline'),
            value: shipment.deadlineAt ? (
              <>
                {formats.dateTime(shipment.deadlineAt)}
                {isOnTheWay ? (
                  <>
                    <br />
                    <Countdown to={shipment.deadlineAt} warnMinutes={90} />
                  </>
                ) : null}
              </>
            ) : (
              '—'
            ),
          },
          ...(isOnTheWay && holder
            ? [
                {
                  label: t('detail.holder'),
                  value: [t.word('holder', holder.kind), holder.name].filter(Boolean).join(' · '),
                },
              ]
            : []),
          ...(isOnTheWay ? at(t('detail.plannedPickUp'), shipment.plannedPickUpAt) : []),
          ...(isOnTheWay ? at(t('detail.expected'), shipment.expectedAt) : []),
          ...at(t('detail.sealedAt'), shipment.sealedAt),
          ...at(t('detail.pickedUpAt'), shipment.pickedUpAt),
          ...at(t('detail.deliveredAt'), shipment.deliveredAt),
          ...at(t('detail.reconciledAt'), shipment.reconciledAt),
          ...(shipment.sealNumber
            ? [{ label: t('detail.seal'), value: <Code>{shipment.sealNumber}</Code> }]
            : []),
          ...(shipment.loggerId
            ? [{ label: t('detail.logger'), value: <Code>{shipment.loggerId}</Code> }]
            : []),
          ...(typeof override === 'string'
            ? [{ label: t('detail.override'), value: override }]
            : []),
        ]}
      />
    </Panel>
  )
}

/** Label and slip, seen as they print. */
function Papers({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const [first] = shipment.documents
  if (first === undefined) return null
  return (
    <Panel title={t('detail.papers')}>
      <Tabs defaultValue={first.id} keepMounted={false}>
        <Tabs.List>
          {shipment.documents.map(({ id, kind }) => (
            <Tabs.Tab key={id} value={id}>
              {words.word('documentKind', kind)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shipment.documents.map(({ id }) => (
          <Tabs.Panel key={id} value={id} pt="md">
            <DocumentPanel documentId={id} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Panel>
  )
}
