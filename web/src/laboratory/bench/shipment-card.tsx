import { Stack } from '@mantine/core'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Meter } from '../../ui/picture/meter.js'
import { SOON_MINUTES } from '../arrivals/stages.js'
import { useBenchTexts } from './texts.js'

/** The container on the bench: whose, how kept, how long its tubes hold. */
export function ShipmentCard({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const formats = useFormats()
  const { tubeCount, undecidedTubes, deadlineAt, idealAt, tubes, deadlineTubeId } = shipment
  const done = tubeCount - undecidedTubes
  const deciding = tubes.find(({ id }) => id === deadlineTubeId)?.deciding
  const at = (instant: string | null) => (instant === null ? '–' : formats.dateTime(instant))
  return (
    <Panel title={texts('shipment')}>
      <Stack gap="md">
        {deadlineAt === null ? null : (
          <div style={{ fontSize: '1.75rem', lineHeight: '2.25rem' }}>
            <Countdown to={deadlineAt} warnMinutes={SOON_MINUTES} />
          </div>
        )}
        <Meter
          share={tubeCount === 0 ? 0 : done / tubeCount}
          tone={undecidedTubes === 0 ? 'ok' : 'info'}
        >
          {texts('progress', { done, total: tubeCount })}
        </Meter>
        <Facts
          items={[
            { label: texts('from'), value: shipment.establishment.name },
            { label: texts('storage'), value: <StorageMark of={shipment.temperatureClass} /> },
            { label: texts('deadline'), value: at(deadlineAt) },
            { label: texts('ideal'), value: at(idealAt) },
            { label: texts('decides'), value: deciding?.examCode ?? '–' },
            { label: texts('seal'), value: <Code>{shipment.sealNumber ?? '–'}</Code> },
            ...(shipment.loggerId === null
              ? []
              : [{ label: texts('logger'), value: <Code>{shipment.loggerId}</Code> }]),
            { label: texts('pickedUp'), value: at(shipment.pickedUpAt) },
            { label: texts('delivered'), value: at(shipment.deliveredAt) },
          ]}
        />
        <PathLink to={`/laboratoire/colis/${shipment.id}`}>{texts('detail')}</PathLink>
      </Stack>
    </Panel>
  )
}
