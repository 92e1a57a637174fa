import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { useAct } from '../../ui/use-act.js'
import { ReasonedAct } from './reasoned-act.js'
import { RejectAct } from './reject-act.js'
import { PHARMACISTS, PHARMACY } from './roles.js'
import { useOrdersTexts } from './texts/index.js'

interface Props {
  readonly order: OrderView
}

/** What can be done to the order as a whole, the main thing last. */
export function OrderActions({ order }: Props) {
  const t = useOrdersTexts()
  const isPharmacist = useHolds(PHARMACISTS)
  const isPharmacy = useHolds(PHARMACY)
  const can = (action: string): boolean => order.possibleActions.includes(action)
  return (
    <>
      {isPharmacist && can('cancel') && order.state !== 'submitted' ? (
        <Cancel order={order} />
      ) : null}
      {isPharmacist && can('suspend') ? <Suspend order={order} /> : null}
      {isPharmacist && can('reject') ? <RejectAct order={order} /> : null}
      {isPharmacist && can('resume') ? <Resume order={order} /> : null}
      {isPharmacy && (can('start-picking') || can('pick')) ? (
        <Button component={Link} to={`/pharmacie/preparation/${order.id}`}>
          {can('pick') ? t('act.resumePicking') : t('act.pick')}
        </Button>
      ) : null}
    </>
  )
}

function Cancel({ order }: Props) {
  const t = useOrdersTexts()
  const { id, number } = order
  const act = useAct({
    act: (reason: string) =>
      read(api.orders[':id'].cancel.$post({ param: { id }, json: { reason } })),
    changes: ['orders', 'stock', 'today'],
    success: t('done.cancelled', { number }),
  })
  return <ReasonedAct act={act} verb={t('act.cancel')} warning={t('act.cancelWarning')} danger />
}

function Suspend({ order }: Props) {
  const t = useOrdersTexts()
  const { id, number } = order
  const act = useAct({
    act: (reason: string) =>
      read(api.orders[':id'].suspend.$post({ param: { id }, json: { reason } })),
    changes: ['orders', 'today'],
    success: t('done.suspended', { number }),
  })
  return <ReasonedAct act={act} verb={t('act.suspend')} warning={t('act.suspendWarning')} />
}

function Resume({ order }: Props) {
  const t = useOrdersTexts()
  const { id, number } = order
  const act = useAct({
    act: (reason: string) =>
      read(api.orders[':id'].resume.$post({ param: { id }, json: { reason } })),
    changes: ['orders', 'today'],
    success: t('done.resumed', { number }),
  })
  return <ReasonedAct act={act} verb={t('act.resume')} warning={t('act.resumeWarning')} isMain />
}
