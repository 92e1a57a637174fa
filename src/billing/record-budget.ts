import { recordAudit } from '../audit/index.js'
import { dateColumn, dayOf } from '../kernel/calendar.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import { BudgetVoteId, type GroupingId, newId } from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { BudgetVoteView, RecordBudgetInput } from './budget-schema.js'
import { budgetInclude, toBudgetView } from './budget-view.js'
import { monthsOf } from './budget-year.js'
import { monthColumn } from './months.js'

/**
 * Records the budget of a year (état prévisionnel) as the general assembly voted it, whole. A later vote
 * of the same year (décision modificative) replaces it and leaves it readable.
 * @throws DomainError `precondition-failed` another vote was recorded meanwhile · `invalid-input`
 */
export async function recordBudget(
  ctx: Context,
  input: RecordBudgetInput,
): Promise<BudgetVoteView> {
  const { groupingId, year, votedOn, decisionReference, replacesVersion } = input
  requireRole(ctx, { groupingId }, ['finance-controller'])
  if (votedOn > dayOf(ctx.clock())) {
    throw invalidField('votedOn', 'A budget is recorded once it was voted: choose today or before')
  }
  return inTransaction(ctx, async (tx) => {
    await requirePools(tx, groupingId, input)
    await requireLatest(tx, input)
    const vote = await tx.budgetVote
      .create({
        data: {
          id: newId(BudgetVoteId),
          groupingId,
          fiscalYear: year,
          version: replacesVersion + 1,
          votedOn: dateColumn(votedOn),
          decisionReference,
          recordedById: ctx.actor.userId,
          recordedAt: ctx.clock(),
          budgetLines: { createMany: { data: linesOf(input) } },
        },
        include: budgetInclude,
      })
      .catch((error: unknown) => {
        if (!violates(error, 'budget_vote_grouping_id_fiscal_year_version_key')) throw error
        throw changedMeanwhile(year)
      })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'budget.recorded',
      subjectType: 'budget-vote',
      subjectId: vote.id,
      details: {
        ...{ year: String(year), version: vote.version, votedOn, decision: decisionReference },
        total: centsToDecimal(cents(vote.budgetLines.reduce((sum, l) => sum + l.amountCents, 0n))),
      },
    })
    await announce(tx, { topic: 'budgets', groupingId, subjectId: vote.id })
    return toBudgetView(vote)
  })
}

const linesOf = ({ groupingId, year, pools }: RecordBudgetInput) => {
  const months = monthsOf(year)
  return pools.flatMap(({ poolId, amounts }) =>
    months.map((month, index) => ({
      poolId,
      month: monthColumn(month),
      groupingId,
      amountCents: amounts[index] ?? cents(0n),
    })),
  )
}

async function requirePools(
  tx: Tx,
  groupingId: GroupingId,
  { pools }: RecordBudgetInput,
): Promise<void> {
  const own = await tx.costPool.findMany({ where: { groupingId }, select: { id: true } })
  const known = new Set(own.map(({ id }) => id))
  const stranger = pools.find(({ poolId }) => !known.has(poolId))
  if (stranger !== undefined) throw notFound('Cost pool', stranger.poolId)
}

async function requireLatest(
  tx: Tx,
  { groupingId, year, replacesVersion }: RecordBudgetInput,
): Promise<void> {
  const latest = await tx.budgetVote.findFirst({
    where: { groupingId, fiscalYear: year },
    orderBy: { version: 'desc' },
  })
  if ((latest?.version ?? 0) !== replacesVersion) throw changedMeanwhile(year, latest?.recordedAt)
}

const changedMeanwhile = (year: number, at?: Date): DomainError =>
  new DomainError(
    'precondition-failed',
    `Another vote of the budget of ${year} was recorded meanwhile: read it, then record yours`,
    { year, ...(at !== undefined && { changedAt: at.toISOString() }) },
  )
