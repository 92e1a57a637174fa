import { Stack, Text } from '@mantine/core'
import { Panel } from '../../ui/layout/panel.js'
import { Forecast } from './forecast.js'
import { PackedTubes } from './packed-tubes.js'
import { SealForm } from './seal-form.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import { TubeForm } from './tube-form.js'
import classes from './tubes.module.css'

/** Scan, say what and when, and see the deadline at once; then seal. */
export function PackShipment({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  return (
    <div className={classes['columns']}>
      <Panel title={t('pack.add')}>
        <TubeForm shipment={shipment} />
      </Panel>
      <Stack gap="md">
        <Forecast shipment={shipment} />
        <Panel title={t('pack.tubes', { count: shipment.tubeCount })}>
          {shipment.tubes.length === 0 ? (
            <Text c="dimmed">{t('pack.none')}</Text>
          ) : (
            <PackedTubes shipment={shipment} />
          )}
        </Panel>
        {shipment.tubes.length > 0 ? <SealForm shipment={shipment} /> : null}
      </Stack>
    </div>
  )
}
