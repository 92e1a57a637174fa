import type { Tone } from '../../ui/marks/tone.js'
import { dayIn } from '../stock/stock-queries.js'
import type { ReadBox } from './read-box.js'
import type { ReceiptDraft } from './receipt-draft.js'

export interface Judgement {
  readonly verdict: 'added' | 'incomplete' | 'again' | 'expired' | 'conflict' | 'blocked'
  readonly tone: Tone
  readonly box: ReadBox
  /** Packs of this lot once this box is counted. */
  readonly packs: number
}

/**
 * What to say of a box in hand, before the server decides: a box the server would refuse is put aside
 * now rather than at the end of the delivery.
 */
export function judgeBox(box: ReadBox, draft: ReceiptDraft): Judgement {
  const { lotNumber, expiresOn, serial, known, product } = box
  const same = draft.lines.filter((line) => line.productId === product.id)
  const line = same.find((each) => each.lotNumber === lotNumber)
  const packs = (line?.countsPacks ? line.count : (line?.serials.length ?? 0)) + 1
  const judged = (verdict: Judgement['verdict'], tone: Tone) => ({ verdict, tone, box, packs })

  const expiry = expiresOn ?? known?.expiresOn
  if (serial !== undefined && same.some((each) => each.serials.includes(serial))) {
    return judged('again', 'warn')
  }
  if (known?.status === 'recalled' || known?.status === 'destroyed')
    return judged('blocked', 'stop')
  if (expiry !== undefined && expiry < dayIn(0)) return judged('expired', 'stop')
  if (known !== undefined && expiresOn !== undefined && known.expiresOn !== expiresOn) {
    return judged('conflict', 'stop')
  }
  const inDraft = line?.expiresOn ?? expiresOn
  if (expiresOn !== undefined && inDraft !== expiresOn) return judged('conflict', 'stop')
  return lotNumber === undefined || expiry === undefined
    ? judged('incomplete', 'warn')
    : judged('added', 'ok')
}
