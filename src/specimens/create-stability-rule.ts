import { recordAudit } from '../audit/index.js'
import { addDays, dateColumn } from '../kernel/calendar.js'
import { invalidField, notFound } from '../kernel/errors.js'
import { GroupingId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { RULE_PARTS, ruleView } from './catalogue-queries.js'
import { CATALOGUE_KEEPERS } from './create-exam.js'
import { type CreateStabilityRuleInput, newRowId } from './schema.js'
import type { StabilityRuleView } from './view-schema.js'

/**
 * Writes a new version of a stability rule. The version it follows (same exam, same conditions) ends
 * the day before; tubes already dated by it keep it. Published delays disagree, so each version names
 * its source and the biologist who approved it.
 * @throws DomainError `invalid-input` when a version with the same conditions starts on or after that day
 */
export function createStabilityRule(
  ctx: Context,
  input: CreateStabilityRuleInput,
): Promise<StabilityRuleView> {
  return inTransaction(ctx, async (tx) => {
    const exam = await tx.exam.findUnique({ where: { id: input.examId } })
    if (exam === null) throw notFound('Exam', input.examId)
    const groupingId = GroupingId.parse(exam.groupingId)
    requireRole(ctx, { groupingId }, CATALOGUE_KEEPERS)
    // Two biologists at once would both end the same version.
    await tx.$queryRaw`select id from exam where id = ${exam.id}::uuid for update`
    const conditions = conditionsOf(input)
    await endFormer(tx, conditions, input)

    const rule = await writeRule(tx, ctx, { groupingId, conditions, input })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'stability-rule.created',
      subjectType: 'stability-rule',
      subjectId: rule.id,
      details: {
        examCode: exam.code,
        version: rule.version,
        maximumMinutes: rule.maximumMinutes,
        source: rule.source,
      },
    })
    return ruleView(rule)
  })
}

async function writeRule(
  tx: Tx,
  ctx: Context,
  {
    groupingId,
    conditions,
    input,
  }: { groupingId: GroupingId; conditions: Conditions; input: CreateStabilityRuleInput },
) {
  return tx.stabilityRule.create({
    data: {
      ...conditions,
      id: newRowId(),
      groupingId,
      idealMinutes: input.idealMinutes,
      maximumMinutes: input.maximumMinutes,
      isDerogable: input.isDerogable,
      source: input.source,
      approvedById: ctx.actor.userId,
      version: await nextVersion(tx, input),
      validFrom: dateColumn(input.validFrom),
      validTo: input.validTo === undefined ? null : dateColumn(input.validTo),
      createdAt: ctx.clock(),
    },
    include: RULE_PARTS,
  })
}

async function nextVersion(tx: Tx, { examId }: CreateStabilityRuleInput): Promise<number> {
  const { _max } = await tx.stabilityRule.aggregate({ where: { examId }, _max: { version: true } })
  return (_max.version ?? 0) + 1
}

const conditionsOf = (input: CreateStabilityRuleInput) => ({
  examId: input.examId,
  tubeType: input.tubeType ?? null,
  temperatureClass: input.temperatureClass ?? null,
  processing: input.processing ?? null,
  origin: input.origin ?? null,
  urgency: input.urgency ?? null,
})

type Conditions = ReturnType<typeof conditionsOf>

async function endFormer(
  tx: Tx,
  conditions: Conditions,
  { validFrom }: CreateStabilityRuleInput,
): Promise<void> {
  const from = dateColumn(validFrom)
  const later = await tx.stabilityRule.findFirst({
    where: { ...conditions, validFrom: { gte: from } },
  })
  if (later !== null) {
    throw invalidField('validFrom', 'A version with these conditions starts on or after this day')
  }
  await tx.stabilityRule.updateMany({
    where: { ...conditions, OR: [{ validTo: null }, { validTo: { gte: from } }] },
    data: { validTo: dateColumn(addDays(validFrom, -1)) },
  })
}
