import { useQuery } from '@tanstack/react-query'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { AlarmWords } from '../alarms/alarm-words.js'
import { openAlarmsQuery } from '../queries.js'
import { useLaboratoryId } from '../use-laboratory.js'
import { useContainerTexts } from './texts.js'

/** The alarms of this container nobody looks after yet. */
export function ContainerAlarms({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const { data } = useQuery(openAlarmsQuery(useLaboratoryId()))
  const alarms = data?.items.filter((alarm) => alarm.shipment.id === shipment.id) ?? []
  if (alarms.length === 0) return null
  return (
    <Panel
      title={texts('alarms')}
      aside={<PathLink to="/laboratoire/alarmes">{texts('alarmsLink')}</PathLink>}
    >
      {alarms.map((alarm) => (
        <AlarmWords key={alarm.id} alarm={alarm} />
      ))}
    </Panel>
  )
}
