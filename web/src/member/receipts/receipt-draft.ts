import type { DeliveryLine, Tote } from './delivery-queries.js'

/** What is said of one lot: nothing until somebody says it. */
export interface Answer {
  readonly accepted: number
  readonly refused: number
  readonly missing: number
  readonly reason?: string
  readonly comment?: string
}

export interface ReceiptDraft {
  /** Codes of the totes that were scanned or ticked. */
  readonly totes: readonly string[]
  readonly answers: Readonly<Record<string, Answer>>
}

export const NOTHING_SAID: ReceiptDraft = { totes: [], answers: {} }

export type LineState = 'silent' | 'partial' | 'whole' | 'different' | 'unexplained'

const totalOf = ({ accepted, refused, missing }: Answer): number => accepted + refused + missing

/** Whether a line is fully accounted for, and whether its difference has its reason. */
export function stateOf(
  line: Pick<DeliveryLine, 'shippedUnits'>,
  answer: Answer | undefined,
): LineState {
  if (answer === undefined || totalOf(answer) === 0) return 'silent'
  if (totalOf(answer) !== line.shippedUnits) return 'partial'
  if (answer.refused + answer.missing === 0) return 'whole'
  const isExplained =
    answer.reason !== undefined &&
    (answer.reason !== 'other' || (answer.comment ?? '').trim() !== '')
  return isExplained ? 'different' : 'unexplained'
}

export const isAnswered = (state: LineState): boolean => state === 'whole' || state === 'different'

export const linesIn = (
  lines: readonly DeliveryLine[],
  tote: Pick<Tote, 'id'> | undefined,
): readonly DeliveryLine[] =>
  lines.filter(({ toteId }) => toteId === (tote === undefined ? null : tote.id))

/** Everything of these lots is accepted: an explicit act, tote by tote. */
export function allConform(draft: ReceiptDraft, lines: readonly DeliveryLine[]): ReceiptDraft {
  const whole = lines.map(
    ({ id, shippedUnits }) =>
      [`${id}`, { accepted: shippedUnits, refused: 0, missing: 0 }] satisfies [string, Answer],
  )
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(whole) } }
}

export const withAnswer = (draft: ReceiptDraft, lineId: string, answer: Answer): ReceiptDraft => ({
  ...draft,
  answers: { ...draft.answers, [lineId]: answer },
})

/** One more accepted of a scanned lot, up to what was shipped and not said otherwise. */
export function oneMore(
  draft: ReceiptDraft,
  line: { readonly id: string; readonly shippedUnits: number },
  units: number,
): ReceiptDraft {
  const answer = draft.answers[line.id] ?? { accepted: 0, refused: 0, missing: 0 }
  const room = line.shippedUnits - answer.refused - answer.missing
  return withAnswer(draft, line.id, {
    ...answer,
    accepted: Math.min(room, answer.accepted + units),
  })
}

/** What the API is told, line by line. */
export function receiptLines<Reason extends string>(
  lines: readonly DeliveryLine[],
  draft: ReceiptDraft,
  reasons: readonly Reason[],
) {
  return lines.flatMap(({ id }) => {
    const answer = draft.answers[id]
    if (answer === undefined) return []
    const reasonCode = reasons.find((reason) => reason === answer.reason)
    const comment = answer.comment?.trim() ?? ''
    return [
      {
        deliveryLineId: id,
        acceptedUnits: answer.accepted,
        refusedUnits: answer.refused,
        missingUnits: answer.missing,
        ...(answer.refused + answer.missing > 0 && reasonCode !== undefined && { reasonCode }),
        ...(comment !== '' && { comment }),
      },
    ]
  })
}
