import { z } from 'zod'
import { DiscrepancyId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listDiscrepancies } from './queries.js'
import {
  DiscrepancyPage,
  DiscrepancyView,
  ListDiscrepanciesQuery,
  SettleDiscrepancyInput,
} from './schema.js'
import { settleDiscrepancy } from './settle-discrepancy.js'

const tag = 'Deliveries'

export const discrepancyRoutes = createRouter()
  .get(
    '/discrepancies',
    contract({
      operationId: 'listDiscrepancies',
      summary: 'Differences at receipt, newest first; both sides see the same ones',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of differences', schema: DiscrepancyPage } },
    }),
    valid('query', ListDiscrepanciesQuery),
    async (c) =>
      reply(c, DiscrepancyPage, await listDiscrepancies(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/discrepancies/:id/settle',
    contract({
      operationId: 'settleDiscrepancy',
      summary: 'Say where the units are; the last settlement closes the order',
      tag,
      roles: ['head-pharmacist', 'pharmacist'],
      answers: { 200: { description: 'The difference, settled', schema: DiscrepancyView } },
      problems: ['wrong-state'],
    }),
    valid('param', z.object({ id: DiscrepancyId })),
    valid('json', SettleDiscrepancyInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, DiscrepancyView, await settleDiscrepancy(c.var.ctx, id, c.req.valid('json')))
    },
  )
