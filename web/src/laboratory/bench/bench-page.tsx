import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { useLabTexts } from '../lab-texts.js'
import { shipmentQuery } from '../queries.js'
import { useIsAtBench } from '../use-laboratory.js'
import { Away } from './away.js'
import classes from './bench.module.css'
import { Desk } from './desk.js'
import { Opening } from './opening.js'
import { Outcome } from './outcome.js'
import { ScanToOpen } from './scan-to-open.js'
import { ShipmentCard } from './shipment-card.js'
import { useBenchTexts } from './texts.js'

/** Receives one container, from its seal to the last of its tubes. */
export function BenchPage() {
  const query = useQuery(shipmentQuery(usePathParam('shipmentId')))
  return <Loadable query={query}>{(shipment) => <Reception shipment={shipment} />}</Loadable>
}

function Reception({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const lab = useLabTexts()
  const words = useVocabulary()
  const { number, state, establishment, temperatureClass, tubeCount } = shipment
  return (
    <Page
      key={shipment.id}
      title={texts('titleOf', { number })}
      crumbs={[
        { label: lab('arrivals'), to: '/laboratoire' },
        { label: texts('title'), to: '/laboratoire/reception' },
      ]}
      marks={
        <>
          <StateBadge state={state}>{words.word('shipmentState', state)}</StateBadge>
          <StorageMark of={temperatureClass} />
        </>
      }
      subtitle={`${establishment.name} · ${lab('tubes', { count: tubeCount })} · ${shipment.containerCode}`}
    >
      <Step shipment={shipment} />
    </Page>
  )
}

function Step({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const isAtBench = useIsAtBench()
  switch (shipment.state) {
    case 'reconciled':
      return <Outcome shipment={shipment} />
    case 'receiving':
      return isAtBench ? <Desk shipment={shipment} /> : <Nothing shipment={shipment} />
    case 'delivered':
      return (
        <Beside shipment={shipment}>
          {isAtBench ? (
            <Opening shipment={shipment} />
          ) : (
            <Text>{texts('notForBench.readOnly')}</Text>
          )}
        </Beside>
      )
    case 'sealed':
    case 'in-transit':
      return (
        <Beside shipment={shipment}>
          {isAtBench ? <Away shipment={shipment} /> : <Text>{texts('notForBench.readOnly')}</Text>}
        </Beside>
      )
    default:
      return <Nothing shipment={shipment} />
  }
}

function Beside({ shipment, children }: { shipment: ShipmentView; children: ReactNode }) {
  return (
    <div className={`${classes['desk']} ${classes['beside']}`}>
      <div className={classes['shipment']}>
        <ShipmentCard shipment={shipment} />
      </div>
      <Stack>{children}</Stack>
    </div>
  )
}

function Nothing({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const words = useVocabulary()
  const isAtBench = useIsAtBench()
  const state = words.word('shipmentState', shipment.state)
  return (
    <Beside shipment={shipment}>
      <EmptyState title={texts('notForBench.title')}>
        {texts('notForBench.sentence', { state })}{' '}
        {shipment.state === 'receiving' ? texts('notForBench.readOnly') : ''}
      </EmptyState>
      {isAtBench ? <ScanToOpen label={texts('scanFirst.scan')} /> : null}
    </Beside>
  )
}
