import { SimpleGrid, TextInput } from '@mantine/core'
import type { ReceiptDraft } from './receipt-draft.js'
import { useReceiptTexts } from './texts.js'

interface Props {
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
  readonly isChecked: boolean
}

/** Who delivers, and on which note. */
export function ReceiptHead({ draft, change, isChecked }: Props) {
  const t = useReceiptTexts()
  const missing = (value: string) => isChecked && value.trim() === '' && t('form.required')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('form.supplier')}
        value={draft.supplierName}
        onChange={({ currentTarget: { value } }) =>
          change((before) => ({ ...before, supplierName: value }))
        }
        error={missing(draft.supplierName)}
        maxLength={200}
        required
      />
      <TextInput
        label={t('form.reference')}
        value={draft.supplierReference}
        onChange={({ currentTarget: { value } }) =>
          change((before) => ({ ...before, supplierReference: value }))
        }
        error={missing(draft.supplierReference)}
        maxLength={100}
        required
      />
    </SimpleGrid>
  )
}
