import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ProductView } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { changesOf, rulesOf } from './product-rules.js'
import { RuleFields } from './rule-fields.js'
import { useProductTexts } from './texts.js'

const REASON_MIN = 3

/** Changes what the pharmacy decides about a product. */
export function EditRules({ product }: { readonly product: ProductView }) {
  const t = useProductTexts()
  const before = rulesOf(product)
  const [rules, setRules] = useState(before)
  const [reason, setReason] = useState('')
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.products[':productId'].$patch({
          param: { productId: product.id },
          json: changesOf(before, rules, reason.trim()),
        }),
      ),
    changes: ['products', 'stock'],
    success: t('edit.done'),
    onDone: () => setReason(''),
  })
  const isReclassified = rules.isNarcotic !== before.isNarcotic
  const isSame = Object.keys(changesOf(before, rules, '')).length === 0
  return (
    <Confirm
      title={t('edit.title')}
      verb={t('edit.verb')}
      disabled={isSame || (isReclassified && reason.trim().length < REASON_MIN)}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button
          variant="default"
          onClick={() => {
            setRules(before)
            open()
          }}
        >
          {t('edit.button')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <RuleFields rules={rules} change={(part) => setRules({ ...rules, ...part })} />
        {isReclassified ? (
          <Textarea
            label={t('edit.reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            maxLength={500}
            required
          />
        ) : null}
      </Stack>
    </Confirm>
  )
}
