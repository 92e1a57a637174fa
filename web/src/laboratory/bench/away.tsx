import { Button, Group, Text } from '@mantine/core'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { Panel } from '../../ui/layout/panel.js'
import { useAct } from '../../ui/use-act.js'
import { recordCustody } from './record-custody.js'
import { useBenchTexts } from './texts.js'

/** A container that stands at the bench before any scan said so: its arrival is recorded here. */
export function Away({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const record = useAct({
    act: async () => {
      const refused = await recordCustody([
        {
          kind: 'received',
          containerCode: shipment.containerCode,
          inputMode: 'manual',
          manualReason: texts('opening.manualReason'),
        },
      ])
      if (refused !== undefined) throw new Error(refused)
    },
    changes: ['specimen-shipments', 'custody-events'],
    success: texts('away.recorded'),
  })
  return (
    <Panel title={texts('away.title')}>
      <Text>{texts('away.sentence')}</Text>
      <Group justify="flex-end">
        <Button size="md" loading={record.isPending} onClick={() => record.mutate()}>
          {texts('away.record')}
        </Button>
      </Group>
    </Panel>
  )
}
