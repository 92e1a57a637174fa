import { Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { Panel } from '../../ui/layout/panel.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { pickUpQuery, type Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

/** Packing instruction P650, layer by layer, as the API names its points. */
const POINTS = [
  'leakproofPrimary',
  'leakproofSecondaryAbsorbent',
  'rigidOuter',
  'papersOutside',
] as const
type Checklist = Record<(typeof POINTS)[number], boolean>

const NOTHING_CHECKED: Checklist = {
  leakproofPrimary: false,
  leakproofSecondaryAbsorbent: false,
  rigidOuter: false,
  papersOutside: false,
}

/** Closes the container: the packing is checked point by point, and what comes too late says why it goes. */
export function SealForm({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const { data: forecast } = useQuery(pickUpQuery(shipment.id, shipment.tubeCount))
  const [checklist, setChecklist] = useState(NOTHING_CHECKED)
  const [sealNumber, setSealNumber] = useState('')
  const [loggerId, setLoggerId] = useState('')
  const [reason, setReason] = useState('')
  const needsLogger = shipment.temperatureClass !== 'ambient'
  const needsReason = forecast?.needsReason ?? false
  const seal = useAct({
    act: () =>
      read(
        api['specimen-shipments'][':id'].seal.$post({
          param: { id: shipment.id },
          json: {
            sealNumber: sealNumber.trim(),
            checklist,
            ...(loggerId.trim() !== '' && { loggerId: loggerId.trim() }),
            ...(reason.trim() !== '' && { overrideReason: reason.trim() }),
          },
        }),
      ),
    changes: ['specimen-shipments', 'today'],
    success: t('seal.done'),
    quiet: true,
  })
  const isReady =
    sealNumber.trim() !== '' &&
    POINTS.every((point) => checklist[point]) &&
    (!needsLogger || loggerId.trim() !== '') &&
    (!needsReason || reason.trim() !== '') &&
    shipment.tubes.every(({ collectedAt }) => collectedAt !== null)
  return (
    <Panel title={t('seal.title')}>
      <Stack gap="md">
        <Stack gap={4} component="fieldset" style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t('seal.checklist')}</legend>
          {POINTS.map((point) => (
            <Checkbox
              key={point}
              label={t(`point.${point}`)}
              checked={checklist[point]}
              onChange={(event) => {
                const { checked } = event.currentTarget
                setChecklist((now) => ({ ...now, [point]: checked }))
              }}
              size="md"
              py={8}
            />
          ))}
        </Stack>
        <TextInput
          label={t('seal.number')}
          value={sealNumber}
          onChange={(event) => setSealNumber(event.currentTarget.value)}
          autoComplete="off"
          size="md"
          maxLength={40}
          required
        />
        {needsLogger ? (
          <TextInput
            label={t('seal.logger')}
            description={t('seal.loggerHint')}
            value={loggerId}
            onChange={(event) => setLoggerId(event.currentTarget.value)}
            autoComplete="off"
            size="md"
            maxLength={40}
            required
          />
        ) : null}
        {needsReason ? (
          <Textarea
            label={t('seal.reason')}
            description={t('seal.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            required
          />
        ) : null}
        {seal.error ? <ProblemAlert error={seal.error} /> : null}
        <Button
          size="md"
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={!isReady}
          loading={seal.isPending}
          onClick={() => seal.mutate()}
        >
          {t('seal.button')}
        </Button>
      </Stack>
    </Panel>
  )
}
