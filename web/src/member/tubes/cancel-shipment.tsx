import { Button } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useAct } from '../../ui/use-act.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

export function CancelShipment({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const cancel = useAct({
    act: (reason: string) =>
      read(
        api['specimen-shipments'][':id'].cancel.$post({
          param: { id: shipment.id },
          json: { reason },
        }),
      ),
    changes: ['specimen-shipments', 'today'],
    success: t('cancel.done', { number: shipment.number }),
    quiet: true,
  })
  if (!shipment.possibleActions.includes('cancel') || shipment.pickedUpAt !== null) return null
  return (
    <ConfirmWithReason
      title={t('cancel.title', { number: shipment.number })}
      verb={t('cancel.verb')}
      danger
      explain={t('cancel.text')}
      act={cancel}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('cancel.verb')}
        </Button>
      )}
    />
  )
}
