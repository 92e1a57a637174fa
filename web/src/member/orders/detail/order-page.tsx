import { Button, Group, Stack } from '@mantine/core'
import { IconCopy, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../texts/formats.js'
import { sayOrderReason } from '../../../texts/order-reason.js'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { Facts } from '../../../ui/layout/facts.js'
import { Page, PathLink } from '../../../ui/layout/page.js'
import { Panel } from '../../../ui/layout/panel.js'
import { Timeline } from '../../../ui/layout/timeline.js'
import { Countdown } from '../../../ui/marks/countdown.js'
import { StateBadge } from '../../../ui/marks/state-badge.js'
import { Loadable } from '../../../ui/state/loadable.js'
import { usePathParam } from '../../../ui/use-path-param.js'
import { useMember } from '../../parts/use-member.js'
import { draftPath } from '../compose/draft-path.js'
import { isStopped, type Order, orderQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { CancelOrder } from './cancel-order.js'
import { OrderDocuments } from './order-documents.js'
import { OrderLines } from './order-lines.js'

/** One order as its establishment follows it: what was asked, what comes, why, and when. */
export function OrderPage() {
  const t = useOrderTexts()
  const query = useQuery(orderQuery(usePathParam('orderId')))
  if (query.data === undefined) {
    return (
      <Page title={t('list.title')}>
        <Loadable query={query}>{() => null}</Loadable>
      </Page>
    )
  }
  return <Loaded order={query.data} />
}

function Loaded({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const words = useVocabulary()
  return (
    <Page
      title={order.number}
      crumbs={[{ label: t('list.title'), to: '/etablissement/commandes' }]}
      marks={
        <>
          <StateBadge state={order.state}>{words.word('orderState', order.state)}</StateBadge>
          {order.isLate ? <StateBadge tone="stop">{t('detail.late')}</StateBadge> : null}
          {order.priority === 'urgent' ? (
            <StateBadge tone="warn">{words.word('priority', 'urgent')}</StateBadge>
          ) : null}
        </>
      }
      subtitle={[
        words.word('orderKind', order.kind),
        order.careUnit?.name,
        order.establishment.name,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={<Actions order={order} />}
    >
      <OrderFacts order={order} />
      <Panel title={t('detail.lines')}>
        <OrderLines order={order} />
      </Panel>
      <OrderDocuments order={order} />
      <Panel title={t('detail.timeline')}>
        <Timeline entries={useEntries(order)} />
      </Panel>
    </Page>
  )
}

function Actions({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const { canOrder, canReceive } = useMember()
  const toReceive = order.deliveries.find(({ state }) => state === 'delivered')
  return (
    <>
      {canOrder ? <CancelOrder order={order} /> : null}
      {canOrder && order.kind !== 'backorder' && order.state !== 'draft' ? (
        <Button
          variant="default"
          component="a"
          href={`/etablissement/commandes/nouvelle?modele=${order.id}`}
          leftSection={<IconCopy size={18} aria-hidden />}
        >
          {t('detail.again')}
        </Button>
      ) : null}
      {canOrder && order.possibleActions.includes('edit') ? (
        <Button
          component="a"
          href={draftPath(order)}
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          {t('detail.edit')}
        </Button>
      ) : null}
      {canReceive && toReceive ? (
        <Button component={Link} to={`/etablissement/receptions/${toReceive.id}`}>
          {t('detail.receive')}
        </Button>
      ) : null}
    </>
  )
}

const ARRIVED: ReadonlySet<string> = new Set([
  'delivered',
  'received',
  'closed',
  'rejected',
  'cancelled',
])

function OrderFacts({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const isWaiting = !ARRIVED.has(order.state) && order.state !== 'draft'
  const { backorderOf } = order
  return (
    <Panel title={t('detail.progress')}>
      <Facts
        items={[
          ...(isStopped(order)
            ? []
            : [
                {
                  label: t('detail.expected'),
                  value: order.expectedAt ? (
                    <Stack gap={0}>
                      {formats.dateOfWeek(order.expectedAt)} · {formats.time(order.expectedAt)}
                      {isWaiting ? <Countdown to={order.expectedAt} /> : null}
                    </Stack>
                  ) : (
                    t('detail.notPlanned')
                  ),
                },
              ]),
          ...(order.run && !isStopped(order)
            ? [{ label: t('detail.run'), value: `${order.run.name} (${order.run.number})` }]
            : []),
          ...(order.cutoffAt && isWaiting
            ? [{ label: t('detail.cutoff'), value: formats.shortDateTime(order.cutoffAt) }]
            : []),
          { label: t('detail.point'), value: order.deliveryPoint.name },
          { label: t('detail.priority'), value: words.word('priority', order.priority) },
          ...(order.submittedAt
            ? [{ label: t('detail.sent'), value: formats.dateTime(order.submittedAt) }]
            : []),
          ...(order.comment ? [{ label: t('detail.comment'), value: order.comment }] : []),
          ...(backorderOf
            ? [
                {
                  label: t('detail.backorderOf'),
                  value: (
                    <PathLink to={`/etablissement/commandes/${backorderOf.id}`}>
                      {backorderOf.number}
                    </PathLink>
                  ),
                },
              ]
            : []),
          ...(order.backorders.length > 0
            ? [
                {
                  label: t('detail.backorders'),
                  value: (
                    <Group gap="xs">
                      {order.backorders.map(({ id, number, state }) => (
                        <Group gap={4} key={id}>
                          <PathLink to={`/etablissement/commandes/${id}`}>{number}</PathLink>
                          <StateBadge state={state}>{words.word('orderState', state)}</StateBadge>
                        </Group>
                      ))}
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

/** What happened, and the arrival that is still to come. */
function useEntries(order: Order) {
  const t = useOrderTexts()
  const words = useVocabulary()
  const past = order.timeline.map((entry) => ({
    id: `${entry.at} ${entry.action}`,
    at: entry.at,
    what: words.word('orderAction', entry.action),
    who: entry.actorName,
    detail:
      entry.reason === null
        ? null
        : sayOrderReason(entry.reason, (code) => words.word('reason', code)),
  }))
  const isComing = !ARRIVED.has(order.state) && order.state !== 'draft'
  if (!isComing || order.expectedAt === null) return past
  return [
    ...past,
    {
      id: 'expected',
      at: order.expectedAt,
      what: `◌ ${t('detail.expectedEntry')}`,
      who: t('detail.expectedWho', { run: order.run?.name ?? '' }),
      detail: null,
    },
  ]
}
