import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { CUSTODIANS, ingestEvents } from './ingest-events.js'
import { getTimeline, listConflicts } from './queries.js'
import {
  ConflictPage,
  CustodyTimeline,
  IngestEventsInput,
  IngestView,
  ListConflictsQuery,
  TimelineQuery,
} from './schema.js'

const tag = 'Custody'

export const custodyRoutes = createRouter()
  .post(
    '/custody-events',
    contract({
      operationId: 'ingestCustodyEvents',
      summary: 'Take a batch of events a device recorded',
      description:
        'At most 200 events, in any order and however late. Sending a batch again changes nothing.',
      tag,
      roles: CUSTODIANS,
      answers: { 200: { description: 'One verdict per event, in order', schema: IngestView } },
    }),
    valid('json', IngestEventsInput),
    async (c) => reply(c, IngestView, await ingestEvents(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/custody-events',
    contract({
      operationId: 'getCustodyTimeline',
      summary: 'Who held a container, when and how we know',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The timeline', schema: CustodyTimeline } },
    }),
    valid('query', TimelineQuery),
    async (c) => {
      const { containerCode } = c.req.valid('query')
      return reply(c, CustodyTimeline, await getTimeline(c.var.ctx, containerCode))
    },
  )
  .get(
    '/custody-conflicts',
    contract({
      operationId: 'listCustodyConflicts',
      summary: 'Events that contradict others: both are kept',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of conflicts', schema: ConflictPage } },
    }),
    valid('query', ListConflictsQuery),
    async (c) => reply(c, ConflictPage, await listConflicts(c.var.ctx, c.req.valid('query'))),
  )
