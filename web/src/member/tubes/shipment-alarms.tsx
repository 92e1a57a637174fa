import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AlarmView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { alarmsQuery, type Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

/** Alarms of this container that nobody looks after yet. */
export function ShipmentAlarms({ shipment }: { readonly shipment: Shipment }) {
  const { data } = useQuery(alarmsQuery(shipment.groupingId))
  const alarms = data?.items.filter((alarm) => alarm.shipment.id === shipment.id) ?? []
  return alarms.map((alarm) => <AlarmCard key={alarm.id} alarm={alarm} />)
}

export function AlarmCard({ alarm }: { readonly alarm: AlarmView }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const [comment, setComment] = useState('')
  const acknowledge = useAct({
    act: () =>
      read(
        api['deadline-alarms'][':id'].acknowledge.$post({
          param: { id: alarm.id },
          json: { comment: comment.trim() },
        }),
      ),
    changes: ['deadline-alarms', 'specimen-shipments', 'today'],
    success: t('alarm.done'),
  })
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      title={`✕ ${t('alarm.title', { number: alarm.shipment.number })}`}
      styles={{ title: { color: 'var(--nv-stop)' }, message: { color: 'var(--nv-ink)' } }}
    >
      <Stack gap="xs">
        <Text>
          {alarm.kind === 'expected-late' && alarm.expectedAt
            ? t('alarm.late', {
                deadline: formats.shortDateTime(alarm.deadlineAt),
                expected: formats.time(alarm.expectedAt),
              })
            : t('alarm.approaching', { deadline: formats.shortDateTime(alarm.deadlineAt) })}
        </Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('alarm.comment')}
            placeholder={t('alarm.placeholder')}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            flex="1 1 240px"
            maxLength={400}
          />
          <Button
            disabled={comment.trim() === ''}
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate()}
          >
            {t('alarm.acknowledge')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
