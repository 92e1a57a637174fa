import { invalidField } from '../kernel/errors.js'
import { type TubeDeadline, tubeDeadline } from './deadline.js'
import { type DatedRule, inForce } from './load-rules.js'
import type { LoadedTube, LockedShipment } from './load-shipment.js'
import { requireCarriable, requireOneClass } from './packing-rules.js'

/** What of a tube its deadline depends on. */
type TubeToDate = Pick<
  LoadedTube,
  'code' | 'tubeType' | 'processing' | 'urgency' | 'collectedAt'
> & {
  readonly exams: readonly Pick<LoadedTube['exams'][number], 'id' | 'code' | 'isCourierForbidden'>[]
}

/** A ward's clock and ours differ by a little. */
const CLOCK_TOLERANCE_MS = 120_000

export interface DatedTubeColumns {
  readonly deadlineAt: Date | null
  readonly idealAt: Date | null
  readonly decidingExamId: string | null
  readonly decidingRuleId: string | null
}

/**
 * Checks that a tube may travel in this container, and dates it by the rules in force when it was
 * collected (today's, while its collection time is not known).
 * @throws DomainError `courier-forbidden-exam` · `container-class-mixed` · `invalid-input`
 */
export function dateTube(
  tube: TubeToDate,
  {
    temperatureClass,
    origin,
    timeZone,
  }: Pick<LockedShipment, 'temperatureClass' | 'origin' | 'timeZone'>,
  { rules, now }: { rules: readonly DatedRule[]; now: Date },
): { readonly deadline: TubeDeadline | undefined; readonly columns: DatedTubeColumns } {
  const { code, tubeType, processing, urgency, collectedAt, exams } = tube
  if (collectedAt !== null && collectedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw invalidField('collectedAt', 'A collection time cannot be in the future')
  }
  const known = inForce(rules, collectedAt ?? now, timeZone)
  requireCarriable(exams, code)
  const conditions = { tubeType, processing, urgency, origin }
  requireOneClass({ code, ...conditions }, temperatureClass, { exams, rules: known })
  if (collectedAt === null) return { deadline: undefined, columns: UNDATED }

  const examIds = exams.map(({ id }) => id)
  const deadline = tubeDeadline({ ...conditions, temperatureClass, collectedAt, examIds }, known)
  return {
    deadline,
    columns: {
      deadlineAt: deadline.deadlineAt ?? null,
      idealAt: deadline.idealAt ?? null,
      decidingExamId: deadline.deciding?.examId ?? null,
      decidingRuleId: deadline.deciding?.rule.ruleId ?? null,
    },
  }
}

const UNDATED: DatedTubeColumns = {
  deadlineAt: null,
  idealAt: null,
  decidingExamId: null,
  decidingRuleId: null,
}
