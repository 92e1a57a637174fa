import { Group, Stack, Text } from '@mantine/core'
import type { DiscrepancyView } from '../../../../src/deliveries/schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useReceiptTexts } from './texts/index.js'

interface Props {
  readonly items: readonly DiscrepancyView[]
  /** On a list of several deliveries, each names its own. */
  readonly withDelivery?: boolean
}

/** Each difference with both sides' words: what was said here, and what the pharmacy found. */
export function DiscrepancyList({ items, withDelivery = false }: Props) {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <li key={item.id}>
          <Group gap="sm">
            <StateBadge tone={item.state === 'open' ? 'warn' : 'ok'}>
              {words.word('discrepancyState', item.state)}
            </StateBadge>
            <Text fw={600}>{item.denomination}</Text>
            <Text size="sm">
              {t('lot.lot')} <Code>{item.lotNumber}</Code>
            </Text>
            {withDelivery ? (
              <PathLink to={`/etablissement/receptions/${item.deliveryId}`}>
                {item.noteNumber ?? t('detail.delivery')}
              </PathLink>
            ) : null}
          </Group>
          <Text>
            {t('discrepancy.ours', {
              date: formats.shortDateTime(item.openedAt),
              n: item.units,
              kind: words.word('discrepancyKind', item.kind).toLowerCase(),
              reason: words.word('difference', item.reasonCode).toLowerCase(),
            })}
            {item.comment ? ` «\u00a0${item.comment}\u00a0»` : ''}
          </Text>
          <Text c={item.state === 'open' ? 'dimmed' : undefined}>
            {item.settledAt && item.settlement
              ? `${t('discrepancy.theirs', {
                  date: formats.shortDateTime(item.settledAt),
                  settlement: words.word('settlement', item.settlement).toLowerCase(),
                })}${item.settlementNote ? ` «\u00a0${item.settlementNote}\u00a0»` : ''}`
              : t('discrepancy.waiting')}
          </Text>
        </li>
      ))}
    </Stack>
  )
}
