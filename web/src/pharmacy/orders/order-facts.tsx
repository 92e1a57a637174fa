import { Paper, Text } from '@mantine/core'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { sayOrderReason } from '../../texts/order-reason.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { type Fact, Facts } from '../../ui/layout/facts.js'
import { PathLink } from '../../ui/layout/page.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { useOrdersTexts } from './texts/index.js'

const LEFT = new Set(['dispatched', 'delivered', 'received', 'closed', 'rejected', 'cancelled'])

export function OrderFacts({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const formats = useFormats()
  const { run, cutoffAt, expectedAt, submittedAt, backorderOf, backorders, comment } = order
  const stopped = lastStop(order)
  const isComing = order.state !== 'rejected' && order.state !== 'cancelled'
  const facts: (Fact | false)[] = [
    isComing && {
      label: t('order.run'),
      value:
        run === null ? t('order.noRun') : `${run.name} · ${formats.shortDateTime(run.plannedAt)}`,
    },
    isComing &&
      cutoffAt !== null && {
        label: t('order.cutoff'),
        value: LEFT.has(order.state) ? (
          formats.shortDateTime(cutoffAt)
        ) : (
          <>
            {formats.shortDateTime(cutoffAt)} · <Countdown to={cutoffAt} />
          </>
        ),
      },
    isComing &&
      expectedAt !== null && {
        label: t('order.expected'),
        value: formats.shortDateTime(expectedAt),
      },
    { label: t('order.deliveryPoint'), value: order.deliveryPoint.name },
    submittedAt !== null && {
      label: t('order.submittedAt'),
      value: formats.shortDateTime(submittedAt),
    },
    backorderOf !== null && {
      label: t('order.kind'),
      value: (
        <PathLink to={`/pharmacie/commandes/${backorderOf.id}`}>
          {t('order.backorderOf', { number: backorderOf.number })}
        </PathLink>
      ),
    },
    backorders.length > 0 && {
      label: t('order.backorders'),
      value: <Backorders orders={backorders} />,
    },
    stopped !== undefined && {
      label: t(`order.why.${stopped.action}`),
      value: <Why {...stopped} />,
    },
    comment !== '' && { label: t('order.comment'), value: comment },
  ]
  return (
    <Paper p="md">
      <Facts items={facts.filter((fact) => fact !== false)} />
    </Paper>
  )
}

function Backorders({ orders }: { readonly orders: OrderView['backorders'] }) {
  const words = useVocabulary()
  return (
    <>
      {orders.map(({ id, number, state }) => (
        <div key={id}>
          <PathLink to={`/pharmacie/commandes/${id}`}>{number}</PathLink>
          {` · ${words.word('orderState', state)}`}
        </div>
      ))}
    </>
  )
}

const STOPS = { suspended: 'suspend', rejected: 'reject', cancelled: 'cancel' } as const

/** What stopped the order, while it is stopped. */
function lastStop({ state, timeline }: OrderView) {
  if (state !== 'suspended' && state !== 'rejected' && state !== 'cancelled') return undefined
  const action = STOPS[state]
  const step = timeline.findLast((each) => each.action === action)
  return step && { ...step, action }
}

function Why({
  reason,
  actorName,
}: {
  readonly reason: string | null
  readonly actorName: string
}) {
  const words = useVocabulary()
  return (
    <>
      {reason === null ? null : (
        <div>{sayOrderReason(reason, (code) => words.word('reason', code))}</div>
      )}
      <Text size="sm" c="dimmed">
        {actorName}
      </Text>
    </>
  )
}
