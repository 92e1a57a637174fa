import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { useContainerTexts } from './texts.js'

/** Declares a container lost, or found again, with what was searched or where it lay. */
export function LostAndFound({ shipment }: { readonly shipment: ShipmentView }) {
  const mayAct = useHolds(['dispatcher', 'lab-technician', 'biologist'])
  if (!mayAct) return null
  if (shipment.possibleActions.includes('declare-lost')) {
    return <Declaration key="lost" shipment={shipment} what="lost" />
  }
  if (shipment.possibleActions.includes('find')) {
    return <Declaration key="found" shipment={shipment} what="found" />
  }
  return null
}

function Declaration({
  shipment,
  what,
}: {
  readonly shipment: ShipmentView
  readonly what: 'lost' | 'found'
}) {
  const texts = useContainerTexts()
  const [reason, setReason] = useState('')
  const { id, number } = shipment
  const declare = useAct({
    act: () =>
      read(api['specimen-shipments'][':id'][what].$post({ param: { id }, json: { reason } })),
    changes: ['specimen-shipments', 'deadline-alarms'],
    success: texts(`${what}.done`, { number }),
    onDone: () => setReason(''),
  })
  return (
    <Confirm
      title={texts(`${what}.title`)}
      verb={texts(`${what}.button`)}
      danger={what === 'lost'}
      disabled={reason.trim() === ''}
      isPending={declare.isPending}
      onConfirm={() => declare.mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {texts(`${what}.button`)}
        </Button>
      )}
    >
      <Text>{texts(`${what}.sentence`)}</Text>
      <Textarea
        label={texts(`${what}.reason`)}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={400}
      />
    </Confirm>
  )
}
