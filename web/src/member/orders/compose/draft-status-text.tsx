import { Text } from '@mantine/core'
import { useOrderTexts } from '../texts/index.js'
import type { DraftState } from './draft-keeper.js'

/** Whether what is seen is kept: said quietly, each time it changes. */
export function DraftStatusText({ draft }: { readonly draft: DraftState }) {
  const t = useOrderTexts()
  const number = draft.saved?.number ?? ''
  const isStopped = draft.status === 'conflict' || draft.status === 'refused'
  return (
    <Text size="sm" c={isStopped ? 'var(--nv-stop)' : 'dimmed'} role="status" aria-live="polite">
      {isStopped ? '✕ ' : draft.status === 'saved' ? '✓ ' : ''}
      {t(`draft.${draft.status}`, { number })}
    </Text>
  )
}
