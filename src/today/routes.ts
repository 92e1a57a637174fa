import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { readToday } from './read-today.js'
import { TodayQuery, TodayView } from './schema.js'

export const todayRoutes = createRouter().get(
  '/today',
  contract({
    operationId: 'readToday',
    summary: 'What waits for the caller: late, next, to do, by role',
    description:
      'Counts only, each of a list that can be asked for: the pharmacy’s, the laboratory’s and the establishment’s day, or null where the caller has no part.',
    tag: 'Today',
    roles: 'any',
    answers: { 200: { description: 'The day so far', schema: TodayView } },
  }),
  valid('query', TodayQuery),
  async (c) => reply(c, TodayView, await readToday(c.var.ctx, c.req.valid('query'))),
)
