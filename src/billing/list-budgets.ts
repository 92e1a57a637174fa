import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { BudgetVoteView, BudgetYearQuery } from './budget-schema.js'
import { budgetInclude, toBudgetView } from './budget-view.js'
import { FINANCE_READERS } from './queries.js'

/** Every vote of a year’s budget, newest first: the first is the one that counts. */
export async function listBudgets(
  ctx: Context,
  { groupingId, year }: BudgetYearQuery,
): Promise<BudgetVoteView[]> {
  requireRole(ctx, { groupingId }, FINANCE_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const votes = await tx.budgetVote.findMany({
      where: { groupingId, fiscalYear: year },
      orderBy: { version: 'desc' },
      include: budgetInclude,
    })
    return votes.map(toBudgetView)
  })
}
