import { recordAudit } from '../audit/index.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import { ExamId, newId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { examView } from './catalogue-queries.js'
import type { CreateExamInput } from './schema.js'
import type { ExamView } from './view-schema.js'

/** The biologist answers for the pre-analytical phase (CSP, art. L. 6211-7 and L. 6211-15). */
export const CATALOGUE_KEEPERS: readonly Role[] = ['biologist']

/**
 * Adds an exam to the laboratory's list.
 * @throws DomainError `duplicate` code · `invalid-input` for a grouping that is no laboratory
 */
export async function createExam(ctx: Context, input: CreateExamInput): Promise<ExamView> {
  const { groupingId, code, label, isCourierForbidden, source, letterB = null } = input
  requireRole(ctx, { groupingId }, CATALOGUE_KEEPERS)
  return inTransaction(ctx, async (tx) => {
    const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
    if (grouping === null) throw notFound('Grouping', groupingId)
    if (grouping.kind !== 'laboratory') {
      throw invalidField('groupingId', 'Exams belong to a laboratory: this grouping is a pharmacy')
    }
    const row = {
      id: newId(ExamId),
      groupingId,
      code,
      label,
      letterB,
      isCourierForbidden,
      source,
      createdAt: ctx.clock(),
    }
    const { count } = await tx.exam.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) {
      throw new DomainError('duplicate', `Exam ${code} exists already`, { groupingId, code })
    }
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'exam.created',
      subjectType: 'exam',
      subjectId: row.id,
      details: { code, isCourierForbidden, source },
    })
    return examView(row)
  })
}
