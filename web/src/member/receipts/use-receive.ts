import { useState } from 'react'
import { DIFFERENCE_REASONS } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import type { Delivery } from './delivery-queries.js'
import { type ReceiptDraft, receiptLines } from './receipt-draft.js'
import { useReceiptTexts } from './texts/index.js'

const TITLE_KEY = 'navette-receiver-title'
const TITLE_MIN = 2

interface Options {
  readonly delivery: Delivery
  readonly draft: ReceiptDraft
  readonly onDone: () => void
}

/** Signs what was said of a delivery; the title of who signs is kept on this device. */
export function useReceive({ delivery, draft, onDone }: Options) {
  const t = useReceiptTexts()
  const [title, setTitle] = useState(() => localStorage.getItem(TITLE_KEY) ?? '')
  const act = useAct({
    act: () =>
      read(
        api.deliveries[':id'].receive.$post({
          param: { id: delivery.id },
          json: {
            receiverTitle: title.trim(),
            lines: receiptLines(delivery.lines, draft, DIFFERENCE_REASONS),
          },
        }),
      ),
    changes: ['deliveries', 'orders', 'discrepancies', 'today'],
    success: (received) =>
      received.discrepancies.length === 0
        ? t('done.whole')
        : t('done.different', { count: received.discrepancies.length }),
    onDone: () => {
      localStorage.setItem(TITLE_KEY, title.trim())
      onDone()
    },
    quiet: true,
  })
  return { title, setTitle, isTitled: title.trim().length >= TITLE_MIN, act }
}

export type Receive = ReturnType<typeof useReceive>
