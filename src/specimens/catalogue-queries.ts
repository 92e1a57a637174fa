import { fromDateColumn } from '../kernel/calendar.js'
import { ExamId, GroupingId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Exam, Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { REASON_CODES, REASONS } from './reasons.js'
import type { ListExamsQuery, ListRulesQuery } from './schema.js'
import type {
  ExamPage,
  ExamView,
  ReasonList,
  StabilityRulePage,
  StabilityRuleView,
} from './view-schema.js'

export const RULE_PARTS = {
  exam: true,
  approvedBy: { select: { displayName: true } },
} as const satisfies Prisma.StabilityRuleInclude

type RuleRow = Prisma.StabilityRuleGetPayload<{ include: typeof RULE_PARTS }>

/** The exams of the laboratories the caller belongs to, in the order they were added. */
export async function listExams(ctx: Context, query: ListExamsQuery): Promise<ExamPage> {
  const { groupingId, cursor, limit } = query
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.exam.findMany({
      where: {
        ...(groupingId !== undefined && { groupingId }),
        ...(cursor !== undefined && { id: { gt: cursor } }),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(examView), limit)
}

/** Every version of the stability rules, newest first. */
export async function listStabilityRules(
  ctx: Context,
  query: ListRulesQuery,
): Promise<StabilityRulePage> {
  const { groupingId, examId, cursor, limit } = query
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.stabilityRule.findMany({
      where: {
        ...(groupingId !== undefined && { groupingId }),
        ...(examId !== undefined && { examId }),
        ...(cursor !== undefined && { id: { lt: cursor } }),
      },
      include: RULE_PARTS,
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(ruleView), limit)
}

/** The closed list of reasons a bench may give, for a phone or a screen to keep. */
export const listReasons = (): ReasonList => ({
  items: REASON_CODES.map((code) => ({
    code,
    ...REASONS[code],
    verdicts: [...REASONS[code].verdicts],
  })),
})

export const examView = (row: Exam): ExamView => ({
  id: ExamId.parse(row.id),
  groupingId: GroupingId.parse(row.groupingId),
  code: row.code,
  label: row.label,
  letterB: row.letterB,
  isCourierForbidden: row.isCourierForbidden,
  source: row.source,
})

export const ruleView = (row: RuleRow): StabilityRuleView => ({
  id: row.id,
  groupingId: GroupingId.parse(row.groupingId),
  examId: ExamId.parse(row.examId),
  examCode: row.exam.code,
  tubeType: row.tubeType,
  temperatureClass: row.temperatureClass,
  processing: row.processing,
  origin: row.origin,
  urgency: row.urgency,
  idealMinutes: row.idealMinutes,
  maximumMinutes: row.maximumMinutes,
  isDerogable: row.isDerogable,
  source: row.source,
  approvedById: row.approvedById,
  approvedBy: row.approvedBy?.displayName ?? null,
  version: row.version,
  validFrom: fromDateColumn(row.validFrom),
  validTo: row.validTo && fromDateColumn(row.validTo),
})
