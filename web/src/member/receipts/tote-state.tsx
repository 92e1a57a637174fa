import { StateBadge } from '../../ui/marks/state-badge.js'
import { useReceiptTexts } from './texts/index.js'
import type { ToteProgress } from './tote-progress.js'

/** How far the check of a tote has come. */
export function ToteState({ progress }: { readonly progress: ToteProgress }) {
  const t = useReceiptTexts()
  const { isHere, isAbsent, isDone, doneCount, lineCount } = progress
  if (isAbsent) return <StateBadge tone="stop">{t('tote.absent')}</StateBadge>
  if (isDone) return <StateBadge tone="ok">{t('tote.done')}</StateBadge>
  if (!isHere) return <StateBadge tone="neutral">{t('tote.toScan')}</StateBadge>
  return (
    <StateBadge tone="info">{t('tote.progress', { done: doneCount, all: lineCount })}</StateBadge>
  )
}
