import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useHolds } from '../../app/place.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { PackForm } from '../deliveries/pack-form.js'
import { AllocateButton } from './allocate-button.js'
import { ApprovalForm } from './approval-form.js'
import { OrderActions } from './order-actions.js'
import { OrderDeliveries } from './order-deliveries.js'
import { OrderFacts } from './order-facts.js'
import { OrderHistory } from './order-history.js'
import { OrderLines } from './order-lines.js'
import { orderQuery } from './order-queries.js'
import { ReleasePanel } from './release-panel.js'
import { PHARMACISTS, PHARMACY } from './roles.js'
import { useOrdersTexts } from './texts/index.js'

/** One order, whole: what it asks, what was decided and given, where it is, and the next step. */
export function OrderPage() {
  const t = useOrdersTexts()
  const query = useQuery(orderQuery(usePathParam('orderId')))
  if (query.data === undefined) {
    return (
      <Page title={t('title')}>
        <Loadable query={query} skeleton={<Lines count={6} height={56} />}>
          {() => null}
        </Loadable>
      </Page>
    )
  }
  return <Order order={query.data} error={query.error} />
}

function Order({ order, error }: { readonly order: OrderView; readonly error: Error | null }) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  return (
    <Page
      title={order.number}
      crumbs={[{ label: t('order.crumb'), to: '/pharmacie/commandes' }]}
      marks={<Marks order={order} />}
      subtitle={[
        order.establishment.name,
        order.careUnit?.name,
        words.word('orderKind', order.kind),
      ]
        .filter((part) => part !== undefined)
        .join(' · ')}
      actions={<OrderActions order={order} />}
    >
      {error ? <ProblemAlert error={error} /> : null}
      <OrderFacts order={order} />
      <NextStep order={order} />
      {order.state === 'submitted' ? null : <OrderLines order={order} />}
      <Stack gap="md">
        <OrderDeliveries order={order} />
        <Panel title={t('order.history')}>
          <OrderHistory order={order} />
        </Panel>
      </Stack>
    </Page>
  )
}

function Marks({ order }: { readonly order: OrderView }) {
  const words = useVocabulary()
  const ui = useUiTexts()
  return (
    <>
      <StateBadge state={order.state}>{words.word('orderState', order.state)}</StateBadge>
      {order.priority === 'urgent' ? <StateBadge tone="warn">{ui('urgent')}</StateBadge> : null}
      {order.isLate ? <StateBadge tone="stop">{ui('late')}</StateBadge> : null}
    </>
  )
}

/** The one thing this order waits for, for whoever may do it. */
function NextStep({ order }: { readonly order: OrderView }) {
  const isPharmacist = useHolds(PHARMACISTS)
  const isPharmacy = useHolds(PHARMACY)
  if (order.state === 'submitted') {
    return isPharmacist ? <ApprovalForm order={order} /> : <OrderLines order={order} />
  }
  if (order.state === 'approved' && isPharmacy) return <AllocateButton order={order} />
  if (order.state === 'picked') return <ReleasePanel order={order} />
  const isPacked = order.deliveries.some(({ state }) => state !== 'cancelled')
  if (order.state === 'released' && isPharmacy && !isPacked) return <PackForm order={order} />
  return null
}
