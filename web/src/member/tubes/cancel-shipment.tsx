import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const REASON_MIN = 3

export function CancelShipment({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const [reason, setReason] = useState('')
  const cancel = useAct({
    act: () =>
      read(
        api['specimen-shipments'][':id'].cancel.$post({
          param: { id: shipment.id },
          json: { reason },
        }),
      ),
    changes: ['specimen-shipments', 'today'],
    success: t('cancel.done'),
  })
  if (!shipment.possibleActions.includes('cancel') || shipment.pickedUpAt !== null) return null
  return (
    <Confirm
      title={t('cancel.title', { number: shipment.number })}
      verb={t('cancel.verb')}
      danger
      disabled={reason.trim().length < REASON_MIN}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('cancel.verb')}
        </Button>
      )}
    >
      <Stack>
        <Text>{t('cancel.text')}</Text>
        <Textarea
          label={t('cancel.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
          minRows={2}
        />
      </Stack>
    </Confirm>
  )
}
