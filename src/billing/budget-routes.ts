import { z } from 'zod'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import {
  BudgetComparisonView,
  BudgetVoteView,
  BudgetYearQuery,
  RecordBudgetInput,
} from './budget-schema.js'
import { compareBudget } from './compare-budget.js'
import { listBudgets } from './list-budgets.js'
import { FINANCE_READERS } from './queries.js'
import { recordBudget } from './record-budget.js'

const tag = 'Finance'
const BudgetList = z.object({ items: z.array(BudgetVoteView) })

/** What the general assembly voted for a year, and how the year stands against it. */
export const budgetRoutes = createRouter()
  .get(
    '/budgets',
    contract({
      operationId: 'listBudgets',
      summary: 'Votes of a year’s budget',
      tag,
      roles: FINANCE_READERS,
      answers: {
        200: { description: 'Newest first: it is the one that counts', schema: BudgetList },
      },
    }),
    valid('query', BudgetYearQuery),
    async (c) =>
      reply(c, BudgetList, { items: await listBudgets(c.var.ctx, c.req.valid('query')) }),
  )
  .post(
    '/budgets',
    contract({
      operationId: 'recordBudget',
      summary: 'Record the budget of a year as it was voted',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The vote that counts from now on', schema: BudgetVoteView } },
      problems: ['precondition-failed'],
    }),
    valid('json', RecordBudgetInput),
    async (c) => reply(c, BudgetVoteView, await recordBudget(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/budget-comparison',
    contract({
      operationId: 'compareBudget',
      summary: 'A year against its budget, by pool, month by month and since January',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'January to December', schema: BudgetComparisonView } },
    }),
    valid('query', BudgetYearQuery),
    async (c) =>
      reply(c, BudgetComparisonView, await compareBudget(c.var.ctx, c.req.valid('query'))),
  )
