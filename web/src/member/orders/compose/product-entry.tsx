import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import { EntryHint } from './entry-hint.js'
import { EntryQuantity } from './entry-quantity.js'
import { ProductSearch } from './product-search.js'
import { type ProductEntryOptions, useProductEntry } from './use-product-entry.js'

/** Three letters, arrows, Enter, quantity, Enter: the next product. A scan chooses at once. */
export function ProductEntry({ proposed, onAdd }: ProductEntryOptions) {
  const t = useOrderTexts()
  const entry = useProductEntry({ proposed, onAdd })
  return (
    <div className={classes['entry']}>
      <ProductSearch entry={entry} />
      <EntryQuantity entry={entry} />
      <Button
        size="md"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => void entry.add()}
        disabled={entry.chosen === undefined}
      >
        {t('entry.add')}
      </Button>
      <EntryHint entry={entry} />
    </div>
  )
}
