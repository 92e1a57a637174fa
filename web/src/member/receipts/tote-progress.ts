import type { DeliveryLine, Tote } from './delivery-queries.js'
import { isAnswered, type ReceiptDraft, stateOf } from './receipt-draft.js'

/** One tote being received, or what travels without one. */
export interface ToteCheck {
  /** None for what travels without a tote. */
  readonly tote: Tote | undefined
  readonly lines: readonly DeliveryLine[]
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
}

export interface ToteProgress {
  readonly isHere: boolean
  /** Said not to have come: all its lots are missing. */
  readonly isAbsent: boolean
  readonly isDone: boolean
  readonly doneCount: number
  readonly lineCount: number
}

/** The lines whose receipt is not said in full. */
export const unanswered = (
  lines: readonly DeliveryLine[],
  draft: ReceiptDraft,
): readonly DeliveryLine[] =>
  lines.filter((line) => !isAnswered(stateOf(line, draft.answers[line.id])))

export function progressOf({
  tote,
  lines,
  draft,
}: Pick<ToteCheck, 'tote' | 'lines' | 'draft'>): ToteProgress {
  const isHere = tote === undefined || draft.totes.includes(tote.code)
  const doneCount = lines.length - unanswered(lines, draft).length
  const isDone = doneCount === lines.length
  const isAbsent =
    !isHere && isDone && lines.every(({ id }) => (draft.answers[id]?.accepted ?? 0) === 0)
  return { isHere, isAbsent, isDone, doneCount, lineCount: lines.length }
}
