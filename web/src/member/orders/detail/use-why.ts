import { isStopped, type Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'

type Line = Order['lines'][number]

/** Why a line is not supplied as asked, in sentences; none when it is. */
export function useWhy(state: Order['state']): (line: Line) => readonly string[] {
  const t = useOrderTexts()
  return (line) => {
    const { orderedUnits, approvedUnits, reasonCode, comment, explanation } = line
    if (state === 'draft') return []
    const sentences: string[] = []
    const reason = reasonCode === null ? undefined : t.word('unmet', reasonCode)
    if (approvedUnits === null && !isStopped({ state })) {
      return state === 'submitted' ? [t('why.wait')] : []
    }
    const fewer = orderedUnits - (approvedUnits ?? 0)
    if (!approvedUnits && reason) sentences.push(t('why.none', { reason }))
    else if (fewer > 0 && reason) sentences.push(t('why.fewer', { n: fewer, reason }))
    for (const unmet of explanation ?? []) {
      if (unmet.units > 0) {
        sentences.push(t('why.short', { n: unmet.units, reason: t.word('unmet', unmet.reason) }))
      }
    }
    if (line.backorderedUnits > 0) sentences.push(t('why.backorder', { n: line.backorderedUnits }))
    if (line.cancelledUnits > 0) sentences.push(t('why.cancelled', { n: line.cancelledUnits }))
    if (comment) sentences.push(t('why.comment', { comment }))
    return sentences
  }
}
