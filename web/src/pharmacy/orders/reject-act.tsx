import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { REASON_CODES, type ReasonCode } from '../../../../src/orders/reasons.js'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Confirm } from '../../ui/form/confirm.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { useAct } from '../../ui/use-act.js'
import { useOrdersTexts } from './texts/index.js'

/** Refuses a whole order, with a coded reason that can be counted. */
export function RejectAct({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const [code, setCode] = useState<ReasonCode>()
  const [comment, setComment] = useState('')
  const { id, number } = order
  const act = useAct({
    act: async () => {
      if (code === undefined) return null
      return read(
        api.orders[':id'].reject.$post({ param: { id }, json: { reasonCode: code, comment } }),
      )
    },
    changes: ['orders', 'today'],
    success: t('done.rejected', { number }),
  })
  const isUnexplained = code === undefined || (code === 'other' && comment.trim() === '')
  return (
    <Confirm
      title={t('act.reject')}
      verb={t('act.reject')}
      danger
      disabled={isUnexplained}
      isPending={act.isPending}
      onConfirm={() => act.mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('act.reject')}
        </Button>
      )}
    >
      <Text>{t('act.rejectWarning')}</Text>
      <ReasonChips
        codes={REASON_CODES}
        word={(each) => words.word('reason', each)}
        value={code}
        onChange={setCode}
        comment={comment}
        onComment={setComment}
      />
    </Confirm>
  )
}
