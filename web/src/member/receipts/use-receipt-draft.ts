import { useCallback, useState } from 'react'
import { NOTHING_SAID, type ReceiptDraft } from './receipt-draft.js'

const keyOf = (deliveryId: string): string => `navette-receipt-${deliveryId}`

function kept(deliveryId: string): ReceiptDraft {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(deliveryId)) ?? 'null')
    return isDraft(draft) ? draft : NOTHING_SAID
  } catch {
    return NOTHING_SAID
  }
}

const isDraft = (value: unknown): value is ReceiptDraft =>
  typeof value === 'object' &&
  value !== null &&
  'totes' in value &&
  Array.isArray(value.totes) &&
  'answers' in value &&
  typeof value.answers === 'object'

/** What is said so far of a delivery, kept on this device until it is signed: a call in between loses nothing. */
export function useReceiptDraft(deliveryId: string) {
  const [draft, setDraft] = useState(() => kept(deliveryId))
  const change = useCallback(
    (update: (draft: ReceiptDraft) => ReceiptDraft) =>
      setDraft((now) => {
        const next = update(now)
        localStorage.setItem(keyOf(deliveryId), JSON.stringify(next))
        return next
      }),
    [deliveryId],
  )
  const forget = useCallback(() => localStorage.removeItem(keyOf(deliveryId)), [deliveryId])
  return { draft, change, forget }
}
