import { Text } from '@mantine/core'
import { useOrderTexts } from '../texts/index.js'
import type { DraftState, DraftStatus } from './draft-keeper.js'

const STOPPED = { mark: '✕ ', colour: 'var(--nv-stop)' }
const LOOKS: Partial<Record<DraftStatus, { readonly mark: string; readonly colour: string }>> = {
  saved: { mark: '✓ ', colour: 'dimmed' },
  unreached: { mark: '! ', colour: 'var(--nv-warn)' },
  conflict: STOPPED,
  refused: STOPPED,
}

/** Whether what is seen is kept: said quietly, each time it changes. */
export function DraftStatusText({ draft }: { readonly draft: DraftState }) {
  const t = useOrderTexts()
  const number = draft.saved?.number ?? ''
  const { mark, colour } = LOOKS[draft.status] ?? { mark: '', colour: 'dimmed' }
  return (
    <Text size="sm" c={colour} role="status" aria-live="polite">
      {mark}
      {t(`draft.${draft.status}`, { number })}
    </Text>
  )
}
