import { Text } from '@mantine/core'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import type { ProductEntryState } from './use-product-entry.js'

/** What to do next, or what is wrong with what was typed. */
export function EntryHint({ entry }: { readonly entry: ProductEntryState }) {
  const hint = useHint(entry)
  return (
    <div className={classes['hint']} role="status">
      {entry.problem ? (
        <Text span c="var(--nv-stop)" size="sm">
          ✕ {entry.problem}
        </Text>
      ) : (
        <Text span c="dimmed" size="sm">
          {hint}
        </Text>
      )}
    </div>
  )
}

function useHint({ chosen, hits }: ProductEntryState): string {
  const t = useOrderTexts()
  if (chosen === undefined) {
    return hits.isNothing ? t('entry.nothing', { text: hits.asked }) : t('entry.how')
  }
  const [size] = chosen.sizes
  return size === undefined
    ? t('entry.noPack')
    : t('entry.packs', { sizes: chosen.sizes.join(' · '), size })
}
