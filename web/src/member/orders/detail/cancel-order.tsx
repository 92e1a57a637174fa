import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api, read } from '../../../api/client.js'
import { Confirm } from '../../../ui/form/confirm.js'
import { useAct } from '../../../ui/use-act.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

const REASON_MIN = 3
/** Once approved, only the pharmacy calls it off. */
const OURS: ReadonlySet<string> = new Set(['draft', 'submitted'])

export function CancelOrder({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const [reason, setReason] = useState('')
  const cancel = useAct({
    act: () => read(api.orders[':id'].cancel.$post({ param: { id: order.id }, json: { reason } })),
    changes: ['orders', 'today'],
    success: t('detail.cancelled'),
  })
  if (!order.possibleActions.includes('cancel') || !OURS.has(order.state)) return null
  return (
    <Confirm
      title={t('detail.cancelTitle', { number: order.number })}
      verb={t('detail.cancel')}
      danger
      disabled={reason.trim().length < REASON_MIN}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('detail.cancel')}
        </Button>
      )}
    >
      <Stack>
        <Text>{t('detail.cancelText')}</Text>
        <Textarea
          label={t('detail.cancelReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
          minRows={2}
        />
      </Stack>
    </Confirm>
  )
}
