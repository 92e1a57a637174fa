import { Text } from '@mantine/core'
import type { CustodyEventView } from '../../../../src/custody/schema.js'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Picture } from '../../ui/picture/picture.js'
import { isWithin, limitsOf } from '../temperature.js'
import { TemperatureCurve } from './temperature-curve.js'
import { useContainerTexts } from './texts.js'

interface Props {
  readonly shipment: ShipmentView
  readonly events: readonly CustodyEventView[]
}

/** How warm the container was on its way, against what its class allows. */
export function TemperaturePanel({ shipment, events }: Props) {
  const texts = useContainerTexts()
  const formats = useFormats()
  const { temperatureClass } = shipment
  const readings = events.flatMap(({ occurredAt, temperatureDeciCelsius: deci, actorName }) =>
    deci === null ? [] : [{ at: occurredAt, deci, by: actorName ?? '–' }],
  )
  if (readings.length === 0) {
    return temperatureClass === 'ambient' ? null : (
      <Panel title={texts('temperature.title')}>
        <Text c="dimmed">{texts('temperature.none')}</Text>
      </Panel>
    )
  }
  const limits = limitsOf(temperatureClass, formats.decimal)
  const out = readings.filter(({ deci }) => !isWithin(temperatureClass, deci)).length
  return (
    <Panel
      title={texts('temperature.title')}
      aside={
        <StateBadge tone={out > 0 ? 'stop' : 'ok'}>
          {out > 0 ? texts('temperature.excursions', { count: out }) : texts('temperature.fine')}
        </StateBadge>
      }
    >
      <Picture
        level={3}
        title={shipment.number}
        description={
          limits === undefined
            ? texts('temperature.descriptionFree')
            : texts('temperature.description', { limits })
        }
        columns={[
          { header: texts('temperature.when') },
          { header: texts('temperature.read'), isNumber: true },
          { header: texts('temperature.verdict') },
          { header: texts('temperature.by') },
        ]}
        rows={readings.map(({ at, deci, by }) => [
          formats.dateTime(at),
          `${formats.decimal(deci / 10)}\u00a0°C`,
          texts(isWithin(temperatureClass, deci) ? 'temperature.within' : 'temperature.out'),
          by,
        ])}
      >
        <TemperatureCurve temperatureClass={temperatureClass} readings={readings} />
      </Picture>
    </Panel>
  )
}
