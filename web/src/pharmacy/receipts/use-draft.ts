import { useCallback, useState } from 'react'
import { EMPTY_DRAFT, ReceiptDraft } from './receipt-draft.js'

const keptAs = (groupingId: string): string => `navette-receipt-${groupingId}`

function kept(groupingId: string): ReceiptDraft {
  try {
    const parsed = ReceiptDraft.safeParse(
      JSON.parse(localStorage.getItem(keptAs(groupingId)) ?? 'null'),
    )
    return parsed.success ? parsed.data : EMPTY_DRAFT
  } catch {
    return EMPTY_DRAFT
  }
}

/** The receipt being entered, kept on this machine: a session that ends or a reload loses no box. */
export function useDraft(groupingId: string) {
  const [draft, setDraft] = useState(() => kept(groupingId))
  const change = useCallback(
    (update: (draft: ReceiptDraft) => ReceiptDraft) =>
      setDraft((before) => {
        const after = update(before)
        localStorage.setItem(keptAs(groupingId), JSON.stringify(after))
        return after
      }),
    [groupingId],
  )
  const clear = useCallback(() => change(() => EMPTY_DRAFT), [change])
  return { draft, change, clear }
}
