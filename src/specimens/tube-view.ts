import { TubeId } from '../kernel/ids.js'
import type { Prisma, TubeVerdict } from '../platform/db/generated/client.js'
import { REASONS, ReasonCode } from './reasons.js'
import type { TubeView } from './view-schema.js'
import { TubeState } from './vocabulary.js'

export const TUBE_PARTS = {
  decidingExam: true,
  decidingRule: true,
  tubeExams: {
    include: { exam: { include: { _count: { select: { stabilityRules: true } } } } },
  },
  tubeVerdicts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.TubeInclude

type TubeRow = Prisma.TubeGetPayload<{ include: typeof TUBE_PARTS }>

export function tubeView(row: TubeRow): TubeView {
  const { decidingExam: exam, decidingRule: rule } = row
  return {
    id: TubeId.parse(row.id),
    code: row.code,
    tubeType: row.tubeType,
    processing: row.processing,
    urgency: row.urgency,
    state: TubeState.parse(row.state),
    isUnlisted: row.isUnlisted,
    collectedAt: row.collectedAt?.toISOString() ?? null,
    collectedBy: row.collectedBy,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    idealAt: row.idealAt?.toISOString() ?? null,
    deciding: exam && rule && { examCode: exam.code, ruleId: rule.id, version: rule.version },
    exams: row.tubeExams.map(({ exam: { code, label, _count } }) => ({
      code,
      label,
      hasRule: _count.stabilityRules > 0,
    })),
    verdicts: row.tubeVerdicts.map(verdictView),
  }
}

function verdictView(row: TubeVerdict): TubeView['verdicts'][number] {
  const code = ReasonCode.safeParse(row.reasonCode).data
  const reason = code === undefined ? undefined : REASONS[code]
  return {
    verdict: row.verdict,
    inputMode: row.inputMode,
    reasonCode: row.reasonCode,
    reasonLabel: reason?.label ?? null,
    responsible: reason?.responsible ?? null,
    needsNewCollection: needsNewCollection(row.verdict) && (reason?.needsNewCollection ?? false),
    comment: row.comment,
    minutesSinceCollection: row.minutesSinceCollection,
    at: row.at.toISOString(),
  }
}

/** What was accepted, even with a reservation, is analysed: nobody is pricked again for it. */
const needsNewCollection = (verdict: string): boolean =>
  verdict === 'rejected' || verdict === 'missing'
