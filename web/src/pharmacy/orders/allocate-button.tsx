import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { Panel } from '../../ui/layout/panel.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { Foreseen } from './foreseen.js'
import { supplyQuery } from './order-queries.js'
import { useOrdersTexts } from './texts/index.js'

/** What an allocation would give now, and the button that asks for it. */
export function AllocateButton({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const supply = useQuery(supplyQuery(order.id))
  const allocate = useAct({
    act: () => read(api.orders[':id'].allocate.$post({ param: { id: order.id } })),
    changes: ['orders', 'stock', 'today'],
    success: ({ lines, number }) =>
      t(lines.some(({ explanation }) => explanation) ? 'done.allocatedShort' : 'done.allocated', {
        number,
      }),
    quiet: true,
  })
  return (
    <Panel title={t('allocation.title')}>
      {allocate.error ? <ProblemAlert error={allocate.error} /> : null}
      <Loadable query={supply} skeleton={<Lines count={2} height={40} />}>
        {({ lines }) => <Foreseen order={order} supply={lines} />}
      </Loadable>
      <Group>
        <Button size="md" loading={allocate.isPending} onClick={() => allocate.mutate()}>
          {t('act.allocate')}
        </Button>
      </Group>
    </Panel>
  )
}
