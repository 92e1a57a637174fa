import { z } from 'zod'
import { CostPoolId, EstablishmentId, GroupingId, PeriodId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { explainShare } from './explain-share.js'
import { listActivity } from './list-activity.js'
import { listMonthTotals } from './list-month-totals.js'
import { previewKey } from './preview-key.js'
import { FINANCE_READERS } from './queries.js'
import {
  ActivityPage,
  ActivityQuery,
  KeyPreviewView,
  MonthTotalView,
  PreviewKeyInput,
  ShareExplanationView,
} from './review-schema.js'

const tag = 'Finance'
const GroupingOnly = z.object({ groupingId: GroupingId })
const PeriodParam = z.object({ id: PeriodId })
const ShareParam = z.object({
  id: PeriodId,
  poolId: CostPoolId,
  establishmentId: EstablishmentId,
})
const MonthTotalList = z.object({ items: z.array(MonthTotalView) })

/** What a controller reviews: months side by side, one figure down to its facts, one key against another. */
export const reviewRoutes = createRouter()
  .get(
    '/month-totals',
    contract({
      operationId: 'listMonthTotals',
      summary: 'What the closed months of a grouping came to, by pool and by member',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'Newest first', schema: MonthTotalList } },
    }),
    valid('query', GroupingOnly),
    async (c) =>
      reply(c, MonthTotalList, {
        items: await listMonthTotals(c.var.ctx, c.req.valid('query').groupingId),
      }),
  )
  .get(
    '/periods/:id/shares/:poolId/:establishmentId',
    contract({
      operationId: 'explainShare',
      summary: 'Why a member owes an amount for a pool',
      tag,
      roles: FINANCE_READERS,
      answers: {
        200: { description: 'The key, the figures and the charges', schema: ShareExplanationView },
      },
      problems: ['key-missing'],
    }),
    valid('param', ShareParam),
    async (c) => {
      const { id: periodId, ...share } = c.req.valid('param')
      return reply(c, ShareExplanationView, await explainShare(c.var.ctx, { periodId, ...share }))
    },
  )
  .get(
    '/periods/:id/activity',
    contract({
      operationId: 'listActivity',
      summary: 'The facts a driver counted for a member in a month',
      tag,
      roles: FINANCE_READERS,
      answers: {
        200: { description: 'Newest first; they add up to the numerator', schema: ActivityPage },
      },
    }),
    valid('param', PeriodParam),
    valid('query', ActivityQuery),
    async (c) =>
      reply(
        c,
        ActivityPage,
        await listActivity(c.var.ctx, c.req.valid('param').id, c.req.valid('query')),
      ),
  )
  .post(
    '/allocation-keys/preview',
    contract({
      operationId: 'previewAllocationKey',
      summary: 'What a month would have been with another key; nothing is written',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'Both splits, by member', schema: KeyPreviewView } },
      problems: ['key-missing'],
    }),
    valid('json', PreviewKeyInput),
    async (c) => reply(c, KeyPreviewView, await previewKey(c.var.ctx, c.req.valid('json'))),
  )
