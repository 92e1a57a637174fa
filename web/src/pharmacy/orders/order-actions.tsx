import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
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
    quiet: true,
  })
  return (
    <ConfirmWithReason
      title={t('act.cancelTitle', { number })}
      verb={t('act.cancel')}
      explain={t('act.cancelWarning')}
      danger
      act={act}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('act.cancel')}
        </Button>
      )}
    />
  )
}

type Undo = (after: OrderView) => (() => void) | undefined
const CHANGES = ['orders', 'today']

function useSuspend({ id, number }: OrderView, undo?: Undo) {
  const t = useOrdersTexts()
  return useAct({
    act: (reason: string) =>
      read(api.orders[':id'].suspend.$post({ param: { id }, json: { reason } })),
    changes: CHANGES,
    success: t('done.suspended', { number }),
    ...(undo && { undo, quiet: true }),
  })
}

function useResume({ id, number }: OrderView, undo?: Undo) {
  const t = useOrdersTexts()
  return useAct({
    act: (reason: string) =>
      read(api.orders[':id'].resume.$post({ param: { id }, json: { reason } })),
    changes: CHANGES,
    success: t('done.resumed', { number }),
    ...(undo && { undo, quiet: true }),
  })
}

function Suspend({ order }: Props) {
  const t = useOrdersTexts()
  const reason = useUiTexts()('undo.reason')
  const { mutate: resume } = useResume(order)
  const act = useSuspend(order, ({ possibleActions }) =>
    possibleActions.includes('resume') ? () => resume(reason) : undefined,
  )
  return (
    <ConfirmWithReason
      title={t('act.suspendTitle', { number: order.number })}
      verb={t('act.suspend')}
      explain={t('act.suspendWarning')}
      act={act}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('act.suspend')}
        </Button>
      )}
    />
  )
}

function Resume({ order }: Props) {
  const t = useOrdersTexts()
  const reason = useUiTexts()('undo.reason')
  const { mutate: suspend } = useSuspend(order)
  const act = useResume(order, ({ possibleActions }) =>
    possibleActions.includes('suspend') ? () => suspend(reason) : undefined,
  )
  return (
    <ConfirmWithReason
      title={t('act.resumeTitle', { number: order.number })}
      verb={t('act.resume')}
      explain={t('act.resumeWarning')}
      act={act}
      button={(open) => <Button onClick={open}>{t('act.resume')}</Button>}
    />
  )
}
