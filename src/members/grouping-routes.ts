import { z } from 'zod'
import { GroupingId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { changeGrouping } from './change-grouping.js'
import { listGroupings, showGrouping } from './groupings.js'
import { ChangeGroupingInput, GroupingView } from './schema.js'

const tag = 'Members'
const GroupingList = z.object({ items: z.array(GroupingView) }).meta({ ref: 'GroupingList' })
const GroupingParam = z.object({ groupingId: GroupingId })

export const groupingRoutes = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listGroupings',
      summary: 'The groupings I work for',
      tag,
      roles: 'any',
      answers: { 200: { description: 'All of them, by name', schema: GroupingList } },
    }),
    async (c) => reply(c, GroupingList, { items: await listGroupings(c.var.ctx) }),
  )
  .get(
    '/:groupingId',
    contract({
      operationId: 'showGrouping',
      summary: 'One grouping',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The grouping', schema: GroupingView } },
    }),
    valid('param', GroupingParam),
    async (c) =>
      reply(c, GroupingView, await showGrouping(c.var.ctx, c.req.valid('param').groupingId)),
  )
  .patch(
    '/:groupingId',
    contract({
      operationId: 'changeGrouping',
      summary: 'Change what documents print about a grouping, or its hub',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The grouping', schema: GroupingView } },
      problems: ['not-a-member'],
    }),
    valid('param', GroupingParam),
    valid('json', ChangeGroupingInput),
    async (c) => {
      const { groupingId } = c.req.valid('param')
      const view = await changeGrouping(c.var.ctx, groupingId, c.req.valid('json'))
      return reply(c, GroupingView, view)
    },
  )
