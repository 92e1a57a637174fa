import { Button } from '@mantine/core'
import { api, read } from '../../../api/client.js'
import { ConfirmWithReason } from '../../../ui/form/confirm-with-reason.js'
import { useAct } from '../../../ui/use-act.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

/** Once approved, only the pharmacy calls it off. */
const OURS: ReadonlySet<string> = new Set(['draft', 'submitted'])

export function CancelOrder({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const cancel = useAct({
    act: (reason: string) =>
      read(api.orders[':id'].cancel.$post({ param: { id: order.id }, json: { reason } })),
    changes: ['orders', 'today'],
    success: t('detail.cancelled', { number: order.number }),
    quiet: true,
  })
  if (!order.possibleActions.includes('cancel') || !OURS.has(order.state)) return null
  return (
    <ConfirmWithReason
      title={t('detail.cancelTitle', { number: order.number })}
      verb={t('detail.cancel')}
      danger
      explain={t('detail.cancelText')}
      act={cancel}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('detail.cancel')}
        </Button>
      )}
    />
  )
}
