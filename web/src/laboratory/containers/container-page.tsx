import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useUiTexts } from '../../ui/texts.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { SOON_MINUTES } from '../arrivals/stages.js'
import { useHolderName } from '../holder.js'
import { useLabTexts } from '../lab-texts.js'
import { shipmentQuery } from '../queries.js'
import { useIsAtBench } from '../use-laboratory.js'
import { ContainerAlarms } from './container-alarms.js'
import { CustodyPanels } from './custody-panel.js'
import { LostAndFound } from './lost-and-found.js'
import { useContainerTexts } from './texts.js'
import { TubesTable } from './tubes-table.js'

/** One container: its tubes, its journey, its papers. */
export function ContainerPage() {
  const query = useQuery(shipmentQuery(usePathParam('shipmentId')))
  return <Loadable query={query}>{(shipment) => <Container shipment={shipment} />}</Loadable>
}

function Container({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const lab = useLabTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const { number, state, temperatureClass, establishment, isUrgent, hasDiscrepancy } = shipment
  return (
    <Page
      title={texts('number', { number })}
      crumbs={[{ label: lab('containers'), to: '/laboratoire/colis' }]}
      marks={
        <>
          <StateBadge state={state}>{words.word('shipmentState', state)}</StateBadge>
          {hasDiscrepancy ? <StateBadge tone="warn">{lab('discrepancy')}</StateBadge> : null}
          {isUrgent ? <strong>{ui('urgent')}</strong> : null}
          <StorageMark of={temperatureClass} />
        </>
      }
      subtitle={`${establishment.name} · ${lab('tubes', { count: shipment.tubeCount })}`}
      actions={<Actions shipment={shipment} />}
    >
      <ContainerFacts shipment={shipment} />
      <Panel title={texts('tubes')}>
        <TubesTable shipment={shipment} />
      </Panel>
      <ContainerAlarms shipment={shipment} />
      <CustodyPanels shipment={shipment} />
      <Panel title={texts('documents')}>
        {shipment.documents.length === 0 ? (
          <Text c="dimmed">{texts('documentsNone')}</Text>
        ) : (
          <Group gap="xs">
            {shipment.documents.map(({ id, kind }) => (
              <DocumentButton
                key={id}
                documentId={id}
                title={`${words.word('documentKind', kind)} ${number}`}
              />
            ))}
          </Group>
        )}
      </Panel>
    </Page>
  )
}

const AT_THE_BENCH: ReadonlySet<string> = new Set(['in-transit', 'delivered', 'receiving'])

function Actions({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const isAtBench = useIsAtBench()
  const isOpen = AT_THE_BENCH.has(shipment.state)
  if (!isOpen) return <LostAndFound shipment={shipment} />
  return (
    <>
      <LostAndFound shipment={shipment} />
      <Button component={Link} to={`/laboratoire/reception/${shipment.id}`}>
        {texts(isAtBench ? 'receive' : 'watch')}
      </Button>
    </>
  )
}

function ContainerFacts({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const formats = useFormats()
  const holderName = useHolderName()
  const at = (instant: string | null) => (instant === null ? '–' : formats.dateTime(instant))
  const { deadlineAt, reconciledAt, checklist } = shipment
  const override = checklist?.['overrideReason']
  return (
    <Panel title={texts('facts')}>
      <Stack gap="sm">
        {deadlineAt !== null && reconciledAt === null ? (
          <div style={{ fontSize: '1.25rem' }}>
            <Countdown to={deadlineAt} warnMinutes={SOON_MINUTES} />
          </div>
        ) : null}
        <Facts
          items={[
            { label: texts('container'), value: <Code>{shipment.containerCode}</Code> },
            { label: texts('point'), value: shipment.deliveryPoint.name },
            { label: texts('holder'), value: holderName(shipment.holder) },
            { label: texts('seal'), value: <Code>{shipment.sealNumber ?? '–'}</Code> },
            { label: texts('logger'), value: <Code>{shipment.loggerId ?? '–'}</Code> },
            { label: texts('ideal'), value: at(shipment.idealAt) },
            { label: texts('deadline'), value: at(deadlineAt) },
            { label: texts('sealedAt'), value: at(shipment.sealedAt) },
            { label: texts('pickUp'), value: at(shipment.plannedPickUpAt) },
            { label: texts('pickedUpAt'), value: at(shipment.pickedUpAt) },
            { label: texts('expectedAt'), value: at(shipment.expectedAt) },
            { label: texts('deliveredAt'), value: at(shipment.deliveredAt) },
            { label: texts('reconciledAt'), value: at(reconciledAt) },
            ...(typeof override === 'string'
              ? [{ label: texts('override'), value: override }]
              : []),
          ]}
        />
      </Stack>
    </Panel>
  )
}
