import { fromDateColumn } from '../kernel/calendar.js'
import { BudgetVoteId, CostPoolId, GroupingId } from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { BudgetVoteView } from './budget-schema.js'
import { monthsOf } from './budget-year.js'
import { fromMonthColumn } from './months.js'

/** What a vote is shown with: who recorded it, and its amounts in the order of the pools. */
export const budgetInclude = {
  recordedBy: { select: { displayName: true } },
  budgetLines: {
    include: { pool: { select: { label: true } } },
    orderBy: [{ pool: { position: 'asc' } }, { pool: { code: 'asc' } }, { month: 'asc' }],
  },
} as const satisfies Prisma.BudgetVoteInclude

export type LoadedBudget = Prisma.BudgetVoteGetPayload<{ include: typeof budgetInclude }>

export function toBudgetView(vote: LoadedBudget): BudgetVoteView {
  const months = monthsOf(vote.fiscalYear)
  const lines = vote.budgetLines
  const pools = [...new Map(lines.map(({ poolId, pool }) => [poolId, pool.label]))]
  return {
    id: BudgetVoteId.parse(vote.id),
    groupingId: GroupingId.parse(vote.groupingId),
    year: vote.fiscalYear,
    version: vote.version,
    votedOn: fromDateColumn(vote.votedOn),
    decisionReference: vote.decisionReference,
    recordedAt: vote.recordedAt.toISOString(),
    recordedBy: vote.recordedBy.displayName,
    total: totalOf(lines),
    pools: pools.map(([poolId, label]) => {
      const own = lines.filter((line) => line.poolId === poolId)
      return {
        poolId: CostPoolId.parse(poolId),
        label,
        amounts: months.map((month) =>
          totalOf(own.filter((line) => fromMonthColumn(line.month) === month)),
        ),
        total: totalOf(own),
      }
    }),
  }
}

const totalOf = (lines: readonly { readonly amountCents: bigint }[]): string =>
  centsToDecimal(cents(lines.reduce((sum, { amountCents }) => sum + amountCents, 0n)))
