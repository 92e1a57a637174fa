import { TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import { parseQuantity } from './quantity.js'
import type { ProductEntryState } from './use-product-entry.js'

/** How much of the product chosen; the arrows go by whole packs. */
export function EntryQuantity({ entry }: { readonly entry: ProductEntryState }) {
  const t = useOrderTexts()
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') entry.reset()
    if (event.key === 'Enter') {
      event.preventDefault()
      void entry.add()
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const size = entry.chosen?.sizes[0] ?? 1
    const now = parseQuantity(entry.typed, size) ?? 0
    entry.change({ typed: String(Math.max(0, now + (event.key === 'ArrowUp' ? size : -size))) })
  }
  return (
    <TextInput
      ref={entry.quantity}
      label={t('entry.quantity')}
      value={entry.typed}
      onChange={(event) => entry.change({ typed: event.currentTarget.value, problem: undefined })}
      onKeyDown={onKey}
      inputMode="text"
      autoComplete="off"
      size="md"
      classNames={{ input: classes['number'] ?? '' }}
      w={110}
    />
  )
}
