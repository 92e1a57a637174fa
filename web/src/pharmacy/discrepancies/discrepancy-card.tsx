import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DiscrepancyView } from '../../../../src/deliveries/schema.js'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useNow } from '../../ui/use-now.js'
import { DECIDES_ON_STOCK } from '../stock/roles.js'
import { SettleDiscrepancy } from './settle-discrepancy.js'
import { useDiscrepancyTexts } from './texts.js'

interface Props {
  readonly discrepancy: DiscrepancyView
}

/** One difference: what it is about, and what both sides say of it. */
export function DiscrepancyCard({ discrepancy }: Props) {
  const t = useDiscrepancyTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const maySettle = useHolds(DECIDES_ON_STOCK)
  const { kind, state, units, denomination, establishmentName } = discrepancy
  return (
    <Paper p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4}>
            <Group gap="xs">
              <StateBadge tone={kind === 'missing' ? 'stop' : 'warn'}>
                {t(`what.${kind}`, { count: units, n: formats.number(units) })}
              </StateBadge>
              <StateBadge state={state}>{words.word('discrepancyState', state)}</StateBadge>
            </Group>
            <Title order={2}>{denomination}</Title>
            <Text c="dimmed">{establishmentName}</Text>
          </Stack>
          {state === 'open' && maySettle ? <SettleDiscrepancy discrepancy={discrepancy} /> : null}
        </Group>
        <Links discrepancy={discrepancy} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MemberSide discrepancy={discrepancy} />
          <HubSide discrepancy={discrepancy} />
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}

function Links({ discrepancy }: Props) {
  const t = useDiscrepancyTexts()
  const { order, deliveryId, noteNumber, lotId, lotNumber, productId } = discrepancy
  return (
    <Group gap="lg">
      <span>
        {t('delivery')}{' '}
        <PathLink to={`/pharmacie/envois/${deliveryId}`}>{noteNumber ?? t('delivery')}</PathLink>
      </span>
      <span>
        {t('order')} <PathLink to={`/pharmacie/commandes/${order.id}`}>{order.number}</PathLink>
      </span>
      <span>
        {t('lot')}{' '}
        <PathLink to={`/pharmacie/lots/${lotId}`}>
          <span className="nv-code">{lotNumber}</span>
        </PathLink>
      </span>
      <PathLink to={`/pharmacie/stock/${productId}`}>{t('product')}</PathLink>
    </Group>
  )
}

function MemberSide({ discrepancy }: Props) {
  const t = useDiscrepancyTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { reasonCode, comment, openedAt, openedByName } = discrepancy
  return (
    <Side
      title={t('member')}
      who={`${openedByName ?? t('receiver')} · ${formats.dateTime(openedAt)}`}
    >
      <Text fw={600}>{words.word('difference', reasonCode)}</Text>
      <Text>{comment === '' ? t('noWords') : `«\u00a0${comment}\u00a0»`}</Text>
    </Side>
  )
}

function HubSide({ discrepancy }: Props) {
  const t = useDiscrepancyTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const now = useNow()
  const { settlement, settlementNote, settledAt, settledByName, openedAt } = discrepancy
  if (settlement === null || settledAt === null) {
    const duration = formats.duration(now - Date.parse(openedAt))
    return <Side title={t('hub')}>{t('waiting', { duration })}</Side>
  }
  return (
    <Side
      title={t('hub')}
      who={`${settledByName ?? t('somebody')} · ${formats.dateTime(settledAt)}`}
    >
      <Text fw={600}>{words.word('settlement', settlement)}</Text>
      {settlementNote ? <Text>{`«\u00a0${settlementNote}\u00a0»`}</Text> : null}
    </Side>
  )
}

interface SideProps {
  readonly title: string
  readonly who?: string
  readonly children: ReactNode
}

function Side({ title, who, children }: SideProps) {
  return (
    <Stack gap={4} p="sm" style={{ borderLeft: '3px solid var(--nv-line)' }}>
      <Title order={3}>{title}</Title>
      <div>{children}</div>
      {who === undefined ? null : (
        <Text size="sm" c="dimmed">
          {who}
        </Text>
      )}
    </Stack>
  )
}
