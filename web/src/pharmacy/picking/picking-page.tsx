import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { orderQuery } from '../orders/order-queries.js'
import classes from './picking.module.css'
import { PickingWalk } from './picking-walk.js'
import { usePickingTexts } from './texts/index.js'

/** A preparation, the whole screen: one line at a time, the scanner always heard. */
export function PickingPage() {
  const query = useQuery(orderQuery(usePathParam('orderId')))
  return (
    <Loadable query={query} skeleton={<Lines count={5} height={80} />}>
      {(order) => (
        <main className={classes['screen']}>
          {order.state === 'picking' ? (
            <PickingWalk order={order} />
          ) : order.state === 'allocated' ? (
            <Start order={order} />
          ) : (
            <Elsewhere order={order} />
          )}
        </main>
      )}
    </Loadable>
  )
}

function Start({ order }: { readonly order: OrderView }) {
  const t = usePickingTexts()
  const start = useAct({
    act: () => read(api.orders[':id']['start-picking'].$post({ param: { id: order.id } })),
    changes: ['orders', 'today'],
    quiet: true,
  })
  const where = [order.establishment.name, order.careUnit?.name]
    .filter((part) => part !== undefined)
    .join(', ')
  return (
    <Stack align="center" justify="center" flex={1} gap="lg" p="md" ta="center">
      <Title order={1}>{t('start.title', { number: order.number })}</Title>
      <Text size="xl">{t('start.sentence', { count: order.lineCount, where })}</Text>
      {start.error ? <ProblemAlert error={start.error} /> : null}
      <Button size="xl" loading={start.isPending} onClick={() => start.mutate()} autoFocus>
        {t('start.button')}
      </Button>
      <Button variant="subtle" component={Link} to="/pharmacie/preparation" size="md">
        {t('bar.back')}
      </Button>
    </Stack>
  )
}

function Elsewhere({ order }: { readonly order: OrderView }) {
  const t = usePickingTexts()
  const words = useVocabulary()
  const isDone = order.state === 'picked'
  return (
    <Stack align="center" justify="center" flex={1} gap="lg" p="md" ta="center">
      <Title order={1}>
        {isDone ? t('finish.done', { number: order.number }) : t('elsewhere.title')}
      </Title>
      {isDone ? null : (
        <Text size="xl">
          {t('elsewhere.sentence', { state: words.word('orderState', order.state) })}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          size="lg"
          component={Link}
          to={`/pharmacie/commandes/${order.id}`}
        >
          {t('elsewhere.order')}
        </Button>
        <Button size="lg" component={Link} to="/pharmacie/preparation">
          {t('elsewhere.next')}
        </Button>
      </Group>
    </Stack>
  )
}
