import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import type { RunStopView, StopDelivery, StopShipment } from '../../../src/courier/run-schema.js'
import { useFormats } from '../texts/formats.js'
import { useVocabulary } from '../texts/vocabulary.js'
import { StateBadge } from '../ui/marks/state-badge.js'
import { StorageMark } from '../ui/marks/storage-mark.js'
import { useUiTexts } from '../ui/texts.js'
import type { StopTime } from './expected-times.js'
import { useRunTexts } from './texts.js'

/** One stop: when, where, and what is exchanged there. */
export function RunStop({ time }: { readonly time: StopTime }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const { stop } = time
  const isOpen = stop.state === 'pending' || stop.state === 'arrived'
  return (
    <Stack component="li" gap={4} pl="sm" style={{ borderLeft: '3px solid var(--nv-line)' }}>
      <Group gap="sm" justify="space-between">
        <Title order={3}>
          {stop.position} · {stop.establishmentName}
        </Title>
        <StateBadge state={stop.state}>{words.word('stopState', stop.state)}</StateBadge>
      </Group>
      <Times time={time} />
      <Text size="sm" c="dimmed">
        {[stop.deliveryPointName, ...stop.address].filter(Boolean).join(' · ')}
      </Text>
      {stop.phone === null ? null : (
        <Text size="sm">
          {t('phone')} <Anchor href={`tel:${stop.phone.replaceAll(' ', '')}`}>{stop.phone}</Anchor>
        </Text>
      )}
      {stop.instructions ? (
        <Text size="sm">
          {t('instructions')}
          {'\u00a0: '}
          {stop.instructions}
        </Text>
      ) : null}
      {stop.reason === null ? null : <Text>{t('reason', { reason: stop.reason })}</Text>}
      <Exchanged stop={stop} isOpen={isOpen} />
    </Stack>
  )
}

function Times({ time }: { readonly time: StopTime }) {
  const t = useRunTexts()
  const formats = useFormats()
  const { stop, kind, atMs } = time
  const parts = [
    t('planned', { time: formats.time(stop.plannedAt) }),
    kind === 'expected' && t('expected', { time: formats.time(atMs) }),
    stop.arrivedAt !== null && t('arrived', { time: formats.time(stop.arrivedAt) }),
    stop.closedAt !== null && t('closed', { time: formats.time(stop.closedAt) }),
  ]
  return <Text>{parts.filter((part) => part !== false).join(' · ')}</Text>
}

function Exchanged({ stop, isOpen }: { readonly stop: RunStopView; readonly isOpen: boolean }) {
  const t = useRunTexts()
  const { deliveries, shipments } = stop
  if (deliveries.length === 0 && shipments.length === 0) {
    return isOpen ? (
      <Text size="sm" c="dimmed">
        {t('nothing')}
      </Text>
    ) : null
  }
  return (
    <Stack gap="xs" pt={4}>
      {deliveries.length === 0 ? null : (
        <div>
          <Text fw={600}>{t(isOpen ? 'handOver' : 'handedOver')}</Text>
          {deliveries.map((delivery) => (
            <Delivery key={delivery.id} delivery={delivery} />
          ))}
        </div>
      )}
      {shipments.length === 0 ? null : (
        <div>
          <Text fw={600}>{t(isOpen ? 'pickUp' : 'pickedUp')}</Text>
          {shipments.map((shipment) => (
            <Shipment key={shipment.id} shipment={shipment} />
          ))}
        </div>
      )}
    </Stack>
  )
}

function Delivery({ delivery }: { readonly delivery: StopDelivery }) {
  const t = useRunTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const { totes, noteNumber, orderNumber, state } = delivery
  return (
    <Stack gap={2} py={4}>
      <Group gap="xs">
        <span className="nv-code">{noteNumber ?? orderNumber}</span>
        <span>{t('totes', { count: totes.length })}</span>
        <StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>
        {delivery.isUrgent ? <StateBadge tone="stop">{ui('urgent')}</StateBadge> : null}
        {delivery.hasNarcotics ? (
          <>
            <StorageMark of="narcotic" />
            <span>{t('narcotics')}</span>
          </>
        ) : null}
      </Group>
      {totes.map(({ code, storageClass, sealNumber, loggerId }) => (
        <Group key={code} gap="xs" pl="sm">
          <span className="nv-code">{code}</span>
          <StorageMark of={storageClass} />
          <Text span size="sm" c="dimmed">
            {[
              sealNumber === null ? undefined : t('seal', { number: sealNumber }),
              loggerId === null ? undefined : t('logger', { id: loggerId }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}

function Shipment({ shipment }: { readonly shipment: StopShipment }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { containerCode, temperatureClass, state, deadlineAt } = shipment
  return (
    <Group gap="xs" py={4}>
      <span className="nv-code">{containerCode}</span>
      <StorageMark of={temperatureClass} />
      <StateBadge state={state}>{words.word('shipmentState', state)}</StateBadge>
      {deadlineAt === null ? null : (
        <span>{t('before', { time: formats.shortDateTime(deadlineAt) })}</span>
      )}
    </Group>
  )
}
