import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Countdown } from '../../ui/marks/countdown.js'
import type { OrderRow } from '../orders/order-queries.js'
import { passagesQuery } from '../parts/passages.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

interface Props {
  readonly establishmentId: string
  readonly pharmacyId: string
  readonly orders: readonly OrderRow[]
  readonly canOrder: boolean
}

const ON_ITS_WAY: ReadonlySet<string> = new Set([
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
  'dispatched',
])

/** When the next delivery comes and with what, and until when it can still be added to. */
export function NextDelivery({ establishmentId, pharmacyId, orders, canOrder }: Props) {
  const t = useHomeTexts()
  const formats = useFormats()
  const { data: passages } = useQuery(passagesQuery(pharmacyId, establishmentId, 'delivers'))
  const coming = orders
    .filter(({ state, expectedAt }) => expectedAt !== null && ON_ITS_WAY.has(state))
    .toSorted((a, b) => (a.expectedAt ?? '').localeCompare(b.expectedAt ?? ''))
  const at = coming[0]?.expectedAt
  const together = coming.filter(({ expectedAt }) => expectedAt === at)
  const next = passages?.[0]
  return (
    <Panel title={t('next.title')}>
      {at ? (
        <div>
          <Text className={classes['big']}>
            {formats.dateOfWeek(at)} · {formats.time(at)}
          </Text>
          <Countdown to={at} />
          <Group gap="xs">
            <Text>{t('next.orders', { count: together.length })}</Text>
            {together.map(({ id, number }) => (
              <PathLink key={id} to={`/etablissement/commandes/${id}`}>
                {number}
              </PathLink>
            ))}
          </Group>
        </div>
      ) : (
        <Text c="dimmed">{t('next.none')}</Text>
      )}
      {next && canOrder ? (
        <div>
          <Text fw={600}>
            {t('next.cutoff', {
              cutoff: formats.time(next.cutoffAt),
              departure: formats.time(next.departsAt),
            })}
          </Text>
          <Countdown to={next.cutoffAt} />
          <Text size="sm" c="dimmed">
            {t('next.expected', {
              day: formats.dateOfWeek(next.plannedAt),
              time: formats.time(next.plannedAt),
              point: next.point,
            })}
          </Text>
        </div>
      ) : passages && !next ? (
        <Text c="dimmed">{t('next.noRun')}</Text>
      ) : null}
    </Panel>
  )
}
