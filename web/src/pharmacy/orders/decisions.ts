import type { z } from 'zod'
import type { ApproveOrderInput } from '../../../../src/orders/schema.js'
import type { OrderView } from '../../../../src/orders/view-schema.js'

export type Line = OrderView['lines'][number]
type Decided = z.input<typeof ApproveOrderInput>['lines']
export type Reason = NonNullable<NonNullable<Decided>[number]['reasonCode']>

/** What the pharmacist has changed on a line; a line without one is approved as it was asked. */
export interface Decision {
  readonly units?: number | undefined
  readonly productId?: string | undefined
  readonly reason?: Reason | undefined
  readonly comment?: string | undefined
}
export type Decisions = Readonly<Record<string, Decision>>

export const approvedOf = (line: Line, decision: Decision | undefined): number =>
  decision?.units ?? line.orderedUnits

export const isReduced = (line: Line, decision: Decision | undefined): boolean =>
  approvedOf(line, decision) < line.orderedUnits

/** A reduced line is not sent without its reason: the server would refuse it. */
export const lacksReason = (line: Line, decision: Decision | undefined): boolean =>
  isReduced(line, decision) &&
  (decision?.reason === undefined ||
    (decision.reason === 'other' && (decision.comment ?? '').trim() === ''))

/** Only what differs from what was asked is sent. */
export function toInput(lines: readonly Line[], decisions: Decisions) {
  return lines.flatMap((line) => {
    const decision = decisions[line.id]
    if (decision === undefined) return []
    const isSubstituted = decision.productId !== undefined && decision.productId !== line.product.id
    if (!isReduced(line, decision) && !isSubstituted) return []
    const comment = decision.comment?.trim()
    return [
      {
        lineId: line.id,
        approvedUnits: approvedOf(line, decision),
        ...(isSubstituted && { productId: decision.productId }),
        ...(decision.reason !== undefined && { reasonCode: decision.reason }),
        ...(comment && { comment }),
      },
    ]
  })
}

interface LotUnits {
  readonly units: number
}

/** The lots that give the first `wanted` units, in the order they would leave. */
export function firstUnits<Lot extends LotUnits>(lots: readonly Lot[], wanted: number): Lot[] {
  let left = wanted
  return lots.flatMap((lot) => {
    const units = Math.min(lot.units, left)
    left -= units
    return units > 0 ? [{ ...lot, units }] : []
  })
}
