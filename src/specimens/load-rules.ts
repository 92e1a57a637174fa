import { dateColumn, dayOf } from '../kernel/calendar.js'
import { ExamId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import type { StabilityRule } from './deadline.js'

export type DatedRule = StabilityRule & {
  readonly validFrom: Date
  readonly validTo: Date | null
}

/** Every version of the rules of these exams; `inForce` then keeps those of one day. */
export async function loadRules(tx: Tx, examIds: readonly ExamId[]): Promise<DatedRule[]> {
  const rows = await tx.stabilityRule.findMany({
    where: { examId: { in: [...new Set(examIds)] } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, examId, ...rule }) => ({
    ...rule,
    ruleId: id,
    examId: ExamId.parse(examId),
  }))
}

/** The rules in force on the civil day of `instant` where the laboratory is. */
export function inForce(rules: readonly DatedRule[], instant: Date, timeZone: string): DatedRule[] {
  const day = dateColumn(dayOf(instant, timeZone))
  return rules.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  )
}
