import { Button, NumberInput, Select, Stack, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ChangeProductInput, ProductView } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { STORAGE_CLASSES } from '../stock/stock-search.js'
import { useProductTexts } from './texts.js'

const SHELF_DAYS_MAX = 3_650
const REASON_MIN = 3

const rulesOf = (product: ProductView) => ({
  storageClass: product.storageClass,
  isNarcotic: product.isNarcotic,
  isLotTracked: product.isLotTracked,
  isSerialised: product.isSerialised,
  requiresFourEyes: product.requiresFourEyes,
  isBloodDerived: product.isBloodDerived,
  minimumShelfLifeDays: product.minimumShelfLifeDays,
})
type Rules = ReturnType<typeof rulesOf>

const SWITCHES = [
  ['isNarcotic', 'narcotic'],
  ['isLotTracked', 'lotTracked'],
  ['isSerialised', 'serialised'],
  ['requiresFourEyes', 'fourEyes'],
  ['isBloodDerived', 'bloodDerived'],
] as const

/** Only what was changed is sent: what somebody else changed meanwhile stays. */
function changesOf(before: Rules, after: Rules, reason: string): ChangeProductInput {
  const changed = Object.fromEntries(
    Object.entries(after).filter(([key, value]) =>
      Object.entries(before).some(([known, was]) => known === key && was !== value),
    ),
  )
  return reason === '' ? changed : { ...changed, reason }
}

/** Changes what the pharmacy decides about a product. */
export function EditRules({ product }: { readonly product: ProductView }) {
  const t = useProductTexts()
  const ui = useUiTexts()
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
        <Select
          label={t('facts.storage')}
          data={STORAGE_CLASSES.map((each) => ({ value: each, label: ui.word('storage', each) }))}
          value={rules.storageClass}
          onChange={(chosen) => {
            const storageClass = STORAGE_CLASSES.find((each) => each === chosen)
            if (storageClass !== undefined) setRules({ ...rules, storageClass })
          }}
          allowDeselect={false}
        />
        <NumberInput
          label={t('edit.shelf')}
          description={t('edit.shelfHelp')}
          value={rules.minimumShelfLifeDays}
          onChange={(days) => setRules({ ...rules, minimumShelfLifeDays: Number(days) || 0 })}
          min={0}
          max={SHELF_DAYS_MAX}
          allowDecimal={false}
        />
        {SWITCHES.map(([rule, word]) => (
          <Switch
            key={rule}
            label={t(`flags.${word}`)}
            checked={rules[rule]}
            onChange={({ currentTarget: { checked } }) => setRules({ ...rules, [rule]: checked })}
          />
        ))}
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
