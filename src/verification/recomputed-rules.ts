import { billingViolations } from '../billing/index.js'
import { custodyViolations } from '../custody/index.js'
import { orderViolations } from '../deliveries/index.js'
import type { Tx } from '../platform/db/transaction.js'
import { stockViolations } from '../stock/index.js'
import type { Difference, Violation } from './report.js'
import { tell } from './rules.js'

/** What each capability recomputes from its own facts, over every grouping. */
export async function recomputedViolations(tx: Tx, now: Date): Promise<Violation[]> {
  const differences: readonly Difference[] = [
    ...(await stockViolations(tx, now)),
    ...(await orderViolations(tx)),
    ...(await custodyViolations(tx)),
  ]
  return [...differences.map(asViolation), ...(await billingViolations(tx))]
}

export const asViolation = ({ rule, subject, expected, found }: Difference): Violation => ({
  rule,
  subject,
  message: tell({ rule, expected, found }),
})
