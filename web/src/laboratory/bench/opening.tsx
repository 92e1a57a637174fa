import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useAct } from '../../ui/use-act.js'
import { isWithin, limitsOf, parseTemperature } from '../temperature.js'
import { recordCustody } from './record-custody.js'
import { useBenchTexts } from './texts.js'

interface Reading {
  readonly seal: string
  readonly deci: number | undefined
}

/** Before a container is opened: is the seal the one announced, and did it stay at its temperature? */
export function Opening({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const [seal, setSeal] = useState('')
  const [typed, setTyped] = useState('')
  const deci = parseTemperature(typed)
  const needsTemperature = shipment.temperatureClass !== 'ambient'
  const isTypedWrong = typed.trim() !== '' && deci === undefined
  const isReady = seal.trim() !== '' && !isTypedWrong && (deci !== undefined || !needsTemperature)
  const open = useAct({
    act: (reading: Reading) => openContainer(shipment, reading, texts('opening.manualReason')),
    changes: ['specimen-shipments', 'custody-events'],
  })
  return (
    <Panel title={texts('opening.title')}>
      <Text>{texts('opening.sentence')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) open.mutate({ seal: seal.trim().toUpperCase(), deci })
        }}
      >
        <Stack>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={texts('opening.seal')}
              description={texts('opening.sealHint', { seal: shipment.sealNumber ?? '–' })}
              value={seal}
              onChange={(event) => setSeal(event.currentTarget.value)}
              required
              data-autofocus
              autoComplete="off"
              size="md"
            />
            <SealVerdict read={seal} announced={shipment.sealNumber} />
          </Group>
          <Group align="flex-end" gap="sm">
            <TemperatureField
              shipment={shipment}
              value={typed}
              onChange={setTyped}
              isRequired={needsTemperature}
              isWrong={isTypedWrong}
            />
            {deci === undefined ? null : (
              <TemperatureVerdict isGood={isWithin(shipment.temperatureClass, deci)} />
            )}
          </Group>
          <Group justify="flex-end">
            <Text size="sm" c="dimmed">
              {isReady ? '' : texts('opening.needed')}
            </Text>
            <Button type="submit" size="md" disabled={!isReady} loading={open.isPending}>
              {texts('opening.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

/** What was read is traced first: an opened container can no longer be read closed. */
async function openContainer(
  { id, containerCode }: ShipmentView,
  { seal, deci }: Reading,
  manualReason: string,
) {
  const base = { containerCode, inputMode: 'manual', manualReason } as const
  await recordCustody([
    { ...base, kind: 'received', sealNumber: seal },
    ...(deci === undefined
      ? []
      : [{ ...base, kind: 'temperature', temperatureDeciCelsius: deci } as const]),
  ])
  return read(api['specimen-shipments'][':id']['start-receiving'].$post({ param: { id } }))
}

function SealVerdict({
  read: typed,
  announced,
}: {
  readonly read: string
  readonly announced: string | null
}) {
  const texts = useBenchTexts()
  const code = typed.trim().toUpperCase()
  if (code === '') return null
  return code === announced?.toUpperCase() ? (
    <StateBadge tone="ok">{texts('opening.sealSame')}</StateBadge>
  ) : (
    <StateBadge tone="stop">{texts('opening.sealOther')}</StateBadge>
  )
}

function TemperatureVerdict({ isGood }: { readonly isGood: boolean }) {
  const texts = useBenchTexts()
  return (
    <StateBadge tone={isGood ? 'ok' : 'stop'}>
      {texts(isGood ? 'opening.temperatureIn' : 'opening.temperatureOut')}
    </StateBadge>
  )
}

function TemperatureField({
  shipment,
  value,
  onChange,
  isRequired,
  isWrong,
}: {
  readonly shipment: ShipmentView
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isRequired: boolean
  readonly isWrong: boolean
}) {
  const texts = useBenchTexts()
  const formats = useFormats()
  const limits = limitsOf(shipment.temperatureClass, formats.decimal)
  return (
    <TextInput
      label={texts('opening.temperature')}
      description={limits === undefined ? undefined : texts('opening.temperatureHint', { limits })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required={isRequired}
      error={isWrong ? texts('opening.temperatureInvalid') : undefined}
      inputMode="decimal"
      autoComplete="off"
      size="md"
    />
  )
}
