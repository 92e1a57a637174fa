import { Loader, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type KeyboardEvent, useId } from 'react'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import { HitList } from './hit-list.js'
import { LETTERS_MIN, searchedCode } from './product-queries.js'
import type { ProductEntryState } from './use-product-entry.js'

/** The words or the code of a product, with what they may mean below; Enter takes the active one. */
export function ProductSearch({ entry }: { readonly entry: ProductEntryState }) {
  const t = useOrderTexts()
  const listId = useId()
  const { hits, text, chooseFrom } = entry
  const isOpen = hits.items.length > 0
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      hits.step(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key === 'Escape') entry.reset()
    if (event.key !== 'Enter') return
    event.preventDefault()
    const words = text.trim()
    if (words.length < LETTERS_MIN) return
    const hit = words === hits.asked ? hits.items[hits.active] : undefined
    if (hit) chooseFrom(words, hit)
    else chooseFrom(searchedCode(words), undefined, words === hits.asked ? hits.active : 0)
  }
  return (
    <div className={classes['search']}>
      <TextInput
        ref={entry.search}
        label={t('entry.product')}
        placeholder={t('entry.placeholder')}
        value={text}
        onChange={(event) => entry.write(event.currentTarget.value)}
        onKeyDown={onKey}
        leftSection={<IconBarcode size={18} aria-hidden />}
        rightSection={hits.isSearching ? <Loader size={16} /> : null}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${listId}-${hits.active}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        size="md"
        data-autofocus
      />
      <HitList
        id={listId}
        isOpen={isOpen}
        hits={hits.items}
        active={hits.active}
        label={t('entry.results')}
        onChoose={(hit) => chooseFrom('', hit)}
      />
    </div>
  )
}
