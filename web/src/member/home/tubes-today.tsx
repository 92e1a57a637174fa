import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Loadable } from '../../ui/state/loadable.js'
import { passagesQuery } from '../parts/passages.js'
import { AlarmCard } from '../tubes/shipment-alarms.js'
import { alarmsQuery, openShipmentsQuery } from '../tubes/shipment-queries.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

interface Props {
  readonly establishmentId: string
  readonly laboratoryId: string
  readonly canSend: boolean
}

/** Containers of tubes under way, the most pressing first, and when the next pick-up comes. */
export function TubesToday({ establishmentId, laboratoryId, canSend }: Props) {
  const t = useHomeTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const shipments = useQuery(openShipmentsQuery(establishmentId, laboratoryId))
  const alarms = useQuery(alarmsQuery(laboratoryId))
  const passages = useQuery(passagesQuery(laboratoryId, establishmentId, 'collectsSpecimens'))
  const next = passages.data?.[0]
  const ours =
    alarms.data?.items.filter(({ shipment }) => shipment.establishmentId === establishmentId) ?? []
  return (
    <Stack gap="md">
      {canSend ? ours.map((alarm) => <AlarmCard key={alarm.id} alarm={alarm} />) : null}
      <Panel
        title={t('tubes.title')}
        aside={<PathLink to="/etablissement/prelevements">{t('tubes.all')}</PathLink>}
      >
        {next ? (
          <Text>
            {t('tubes.pickUp', {
              day: formats.dateOfWeek(next.plannedAt),
              time: formats.time(next.plannedAt),
              run: next.runName,
            })}{' '}
            <Countdown to={next.plannedAt} />
          </Text>
        ) : passages.data ? (
          <Text c="dimmed">{t('tubes.noPickUp')}</Text>
        ) : null}
        <Loadable query={shipments}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('tubes.none')}</Text>
            ) : (
              <ul className={classes['rows']}>
                {items.map((shipment) => (
                  <li key={shipment.id}>
                    <Group gap="sm">
                      <PathLink to={`/etablissement/prelevements/${shipment.id}`}>
                        {shipment.number}
                      </PathLink>
                      <Text>{t('tubes.count', { count: shipment.tubeCount })}</Text>
                      <StorageMark of={shipment.temperatureClass} />
                      <StateBadge state={shipment.state}>
                        {words.word('shipmentState', shipment.state)}
                      </StateBadge>
                      {shipment.isUrgent ? (
                        <StateBadge tone="warn">{words.word('urgency', 'urgent')}</StateBadge>
                      ) : null}
                    </Group>
                    {shipment.deadlineAt ? (
                      <span>
                        {t('tubes.deadline', { time: formats.shortDateTime(shipment.deadlineAt) })}{' '}
                        <Countdown to={shipment.deadlineAt} warnMinutes={90} />
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Loadable>
      </Panel>
    </Stack>
  )
}
