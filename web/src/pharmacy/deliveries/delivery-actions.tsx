import { Button, Text } from '@mantine/core'
import type { DeliveryView } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { Confirm } from '../../ui/form/confirm.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useAct } from '../../ui/use-act.js'
import { DISPATCHERS } from '../orders/roles.js'
import { useDeliveriesTexts } from './texts/index.js'

/** A packed delivery leaves, or is left. */
export function DeliveryActions({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useDeliveriesTexts()
  const mayDispatch = useHolds(DISPATCHERS)
  const { id, order, state } = delivery
  const changes = ['deliveries', 'orders', 'stock', 'documents', 'today']
  const dispatch = useAct({
    act: () => read(api.deliveries[':id'].dispatch.$post({ param: { id } })),
    changes,
    success: ({ noteNumber }) => t('act.dispatched', { number: noteNumber ?? order.number }),
  })
  const leave = useAct({
    act: (reason: string) =>
      read(api.deliveries[':id']['leave-behind'].$post({ param: { id }, json: { reason } })),
    changes,
    success: t('act.left', { number: order.number }),
    quiet: true,
  })
  if (state !== 'packed' || !mayDispatch) return null
  return (
    <>
      <ConfirmWithReason
        title={t('act.leaveBehind')}
        verb={t('act.leaveBehind')}
        explain={t('act.leaveWarning')}
        danger
        act={leave}
        button={(open) => (
          <Button variant="default" onClick={open}>
            {t('act.leaveBehind')}
          </Button>
        )}
      />
      <Confirm
        title={t('act.dispatch')}
        verb={t('act.dispatch')}
        isPending={dispatch.isPending}
        onConfirm={() => dispatch.mutateAsync()}
        button={(open) => <Button onClick={open}>{t('act.dispatch')}</Button>}
      >
        <Text>{t('act.dispatchWarning')}</Text>
      </Confirm>
    </>
  )
}
