import { z } from 'zod'
import { RunId, RunStopId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listSignatures } from './list-signatures.js'
import { signHandover } from './sign-handover.js'
import { SignatureList, SignatureView, SignHandoverInput } from './signature-schema.js'
import { rolesForStop } from './transitions.js'

const tag = 'Runs'
const params = z.object({ id: RunId, stopId: RunStopId })

export const signatureRoutes = createRouter()
  .get(
    '/runs/:id/stops/:stopId/signatures',
    contract({
      operationId: 'listSignatures',
      summary: 'Who signed for what at a stop',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The signatures', schema: SignatureList } },
    }),
    valid('param', params),
    async (c) => {
      const { id: runId, stopId } = c.req.valid('param')
      return reply(c, SignatureList, await listSignatures(c.var.ctx, { runId, stopId }))
    },
  )
  .post(
    '/runs/:id/stops/:stopId/signatures',
    contract({
      operationId: 'signHandover',
      summary: 'Keep the signature of whoever received, in time or late',
      tag,
      roles: rolesForStop('arrive'),
      answers: { 201: { description: 'The signature', schema: SignatureView } },
      problems: ['duplicate'],
    }),
    valid('param', params),
    valid('json', SignHandoverInput),
    async (c) => {
      const { id: runId, stopId } = c.req.valid('param')
      const input = c.req.valid('json')
      return reply(c, SignatureView, await signHandover(c.var.ctx, { runId, stopId }, input), 201)
    },
  )
