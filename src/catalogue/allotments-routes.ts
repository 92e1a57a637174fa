import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { ALLOTMENT_KEEPERS, listAllotments, setAllotment } from './allotments.js'
import {
  AllotmentList,
  AllotmentView,
  ListAllotmentsQuery,
  SetAllotmentInput,
} from './allotments-schema.js'

const tag = 'Catalogue'

export const allotmentRoutes = createRouter()
  .get(
    '/allotments',
    contract({
      operationId: 'listAllotments',
      summary: 'What care units may hold, as in force today',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The allotments', schema: AllotmentList } },
    }),
    valid('query', ListAllotmentsQuery),
    async (c) => reply(c, AllotmentList, await listAllotments(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/allotments',
    contract({
      operationId: 'setAllotment',
      summary: 'Set the allotment of a care unit: a new version',
      tag,
      roles: ALLOTMENT_KEEPERS,
      answers: { 201: { description: 'The new version', schema: AllotmentView } },
    }),
    valid('json', SetAllotmentInput),
    async (c) => reply(c, AllotmentView, await setAllotment(c.var.ctx, c.req.valid('json')), 201),
  )
