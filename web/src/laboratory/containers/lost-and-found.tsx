import { Button } from '@mantine/core'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
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
  const { id, number } = shipment
  const declare = useAct({
    act: (reason: string) =>
      read(api['specimen-shipments'][':id'][what].$post({ param: { id }, json: { reason } })),
    changes: ['specimen-shipments', 'deadline-alarms'],
    success: texts(`${what}.done`, { number }),
    quiet: true,
  })
  return (
    <ConfirmWithReason
      title={texts(`${what}.title`)}
      verb={texts(`${what}.button`)}
      danger={what === 'lost'}
      explain={texts(`${what}.sentence`)}
      label={texts(`${what}.reason`)}
      act={declare}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {texts(`${what}.button`)}
        </Button>
      )}
    />
  )
}
