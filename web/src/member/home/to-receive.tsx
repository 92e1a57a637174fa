import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import type { DeliveryRow } from '../receipts/delivery-queries.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

interface Props {
  readonly deliveries: readonly DeliveryRow[]
  readonly canReceive: boolean
}

/** What the courier left here and nobody received yet. */
export function ToReceive({ deliveries, canReceive }: Props) {
  const t = useHomeTexts()
  const formats = useFormats()
  return (
    <Panel title={t('receive.title')}>
      <ul className={classes['rows']}>
        {deliveries.map(({ id, noteNumber, order, toteCount, deliveredAt }) => (
          <li key={id}>
            <Group gap="md">
              <Text fw={600}>{noteNumber ?? order.number}</Text>
              <Text>{t('receive.totes', { count: toteCount })}</Text>
              <Text c="dimmed">
                {deliveredAt
                  ? t('receive.since', { time: formats.shortDateTime(deliveredAt) })
                  : ''}
              </Text>
            </Group>
            <Button
              component={Link}
              to={`/etablissement/receptions/${id}`}
              size="md"
              variant={canReceive ? 'filled' : 'default'}
            >
              {t(canReceive ? 'receive.act' : 'receive.see')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
