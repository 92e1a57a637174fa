import { Grid, Paper, Stack } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { DeliveryView } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { type Fact, Facts } from '../../ui/layout/facts.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Timeline } from '../../ui/layout/timeline.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { DeliveryActions } from './delivery-actions.js'
import { DeliveryDocuments } from './delivery-documents.js'
import { DeliveryLines } from './delivery-lines.js'
import { useDeliveriesTexts } from './texts/index.js'
import { ToteList } from './tote-list.js'

const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['deliveries', 'one', deliveryId],
    queryFn: () => read(api.deliveries[':id'].$get({ param: { id: deliveryId } })),
  })

/** One delivery: its totes, its lots, what was received of them, its papers. */
export function DeliveryPage() {
  const t = useDeliveriesTexts()
  const query = useQuery(deliveryQuery(usePathParam('deliveryId')))
  if (query.data === undefined) {
    return (
      <Page title={t('title')}>
        <Loadable query={query} skeleton={<Lines count={6} height={56} />}>
          {() => null}
        </Loadable>
      </Page>
    )
  }
  return <Delivery delivery={query.data} />
}

function Delivery({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useDeliveriesTexts()
  const words = useVocabulary()
  const { state, noteNumber, order } = delivery
  return (
    <Page
      title={noteNumber ?? t('detail.untitled', { number: order.number })}
      crumbs={[{ label: t('title'), to: '/pharmacie/envois' }]}
      marks={<StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>}
      subtitle={delivery.establishment.name}
      actions={<DeliveryActions delivery={delivery} />}
    >
      <Paper p="md">
        <Facts items={factsOf(delivery, t)} />
      </Paper>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            <Panel title={t('detail.totes')}>
              <ToteList totes={delivery.totes} />
            </Panel>
            <Panel title={t('detail.lines')}>
              <DeliveryLines delivery={delivery} />
            </Panel>
            <Panel title={t('detail.history')}>
              <Timeline entries={stepsOf(delivery, t)} />
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <DeliveryDocuments delivery={delivery} />
        </Grid.Col>
      </Grid>
    </Page>
  )
}

type Texts = ReturnType<typeof useDeliveriesTexts>

function factsOf(delivery: DeliveryView, t: Texts): Fact[] {
  const { order, deliveryPoint, receiverTitle, establishment, discrepancies } = delivery
  const facts: (Fact | false)[] = [
    {
      label: t('detail.order'),
      value: <PathLink to={`/pharmacie/commandes/${order.id}`}>{order.number}</PathLink>,
    },
    { label: t('detail.where'), value: establishment.name },
    { label: t('detail.point'), value: deliveryPoint.name },
    receiverTitle !== null && { label: t('detail.receiver'), value: receiverTitle },
    discrepancies.length > 0 && {
      label: t('detail.discrepancies'),
      value: <PathLink to="/pharmacie/ecarts">{t('detail.seeDiscrepancies')}</PathLink>,
    },
  ]
  return facts.filter((fact) => fact !== false)
}

function stepsOf(delivery: DeliveryView, t: Texts) {
  const { people } = delivery
  const steps = [
    { id: 'received', at: delivery.receivedAt, who: people.received, what: t('steps.received') },
    {
      id: 'delivered',
      at: delivery.deliveredAt,
      who: people.delivered,
      what: t('steps.delivered'),
    },
    {
      id: 'dispatched',
      at: delivery.dispatchedAt,
      who: people.dispatched,
      what: t('steps.dispatched'),
    },
    { id: 'packed', at: delivery.packedAt, who: people.packed, what: t('steps.packed') },
  ]
  return steps.flatMap(({ at, who, ...step }) =>
    at === null ? [] : [{ ...step, at, ...(who !== null && { who }) }],
  )
}
