import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { usePlace } from '../../app/place.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Euros } from '../../ui/marks/amounts.js'
import { statementsQuery } from '../statements/statement-queries.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

/** The statements of the last closed month, and until when they can be disputed. */
export function StatementsToday({ establishmentId }: { readonly establishmentId: string }) {
  const t = useHomeTexts()
  const formats = useFormats()
  const { groupings } = usePlace()
  const { data = [] } = useQuery(statementsQuery(establishmentId))
  const last = data.filter(({ month }) => month === data[0]?.month)
  if (last.length === 0) return null
  const today = dayOf(Date.now())
  return (
    <Panel
      title={t('statements.title')}
      aside={<PathLink to="/etablissement/releves">{t('statements.all')}</PathLink>}
    >
      <ul className={classes['rows']}>
        {last.map((statement) => (
          <li key={statement.id}>
            <Group gap="sm">
              <PathLink to={`/etablissement/releves/${statement.id}`}>
                {formats.month(statement.month)}
              </PathLink>
              <Text>{groupings.find(({ id }) => id === statement.groupingId)?.name ?? ''}</Text>
              {statement.state === 'issued' && statement.disputeUntil >= today ? (
                <Text c="var(--nv-warn)">
                  ! {t('statements.until', { day: formats.day(statement.disputeUntil) })}
                </Text>
              ) : null}
            </Group>
            <Text fw={600}>
              <Euros of={statement.total} />
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
