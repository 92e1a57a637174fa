import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../texts/formats.js'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { PathLink } from '../../../ui/layout/page.js'
import { Panel } from '../../../ui/layout/panel.js'
import { Verdict } from '../../../ui/marks/verdict.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

/** Sent: numbers, and when it comes. */
export function Submitted({ orders }: { readonly orders: readonly Order[] }) {
  const t = useOrderTexts()
  const formats = useFormats()
  const words = useVocabulary()
  const expectedAt = orders.find((order) => order.expectedAt)?.expectedAt
  return (
    <Stack>
      <Verdict
        tone="ok"
        detail={
          expectedAt
            ? t('sent.expected', {
                day: formats.dateOfWeek(expectedAt),
                time: formats.time(expectedAt),
              })
            : t('sent.noRun')
        }
      >
        {t('sent.title', { count: orders.length })}
      </Verdict>
      <Panel title={t('sent.orders')}>
        <ul>
          {orders.map((order) => (
            <li key={order.id}>
              <Group gap="xs">
                <PathLink to={`/etablissement/commandes/${order.id}`}>{order.number}</PathLink>
                <Text>
                  {[
                    words.word('orderKind', order.kind),
                    t('lines.count', { count: order.lineCount }),
                    order.cutoffAt
                      ? t('sent.cutoff', { time: formats.shortDateTime(order.cutoffAt) })
                      : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Group>
            </li>
          ))}
        </ul>
        <Text size="sm" c="dimmed">
          {t('sent.next')}
        </Text>
      </Panel>
      <Group>
        <Button component={Link} to="/etablissement" variant="default">
          {t('sent.home')}
        </Button>
        {/* A whole load: a new order starts from nothing of this one. */}
        <Button component="a" href="/etablissement/commandes/nouvelle">
          {t('list.new')}
        </Button>
      </Group>
    </Stack>
  )
}
