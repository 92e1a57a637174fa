import { z } from 'zod'
import { ApiKeyId, GroupingId } from '../kernel/ids.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listApiKeys } from './api-keys.js'
import { createApiKey } from './create-api-key.js'
import { revokeApiKey } from './revoke-api-key.js'
import { ApiKeyView, CreateApiKeyInput, NewApiKeyView } from './schema.js'

const tag = 'API keys'
const ApiKeyPage = pageOf(ApiKeyView).meta({ ref: 'ApiKeyPage' })
const ListQuery = PageQuery.extend({ groupingId: GroupingId })
const KeyParam = z.object({ apiKeyId: ApiKeyId })

export const apiKeyRoutes = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listApiKeys',
      summary: 'The keys of the machines that work for a grouping',
      tag,
      roles: ['administrator', 'auditor'],
      answers: { 200: { description: 'A page of keys, without secrets', schema: ApiKeyPage } },
    }),
    valid('query', ListQuery),
    async (c) => reply(c, ApiKeyPage, await listApiKeys(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/',
    contract({
      operationId: 'createApiKey',
      summary: 'Make a key for a machine: its secret is shown this once',
      tag,
      roles: ['administrator'],
      answers: { 201: { description: 'The key with its secret', schema: NewApiKeyView } },
      problems: ['wrong-state'],
    }),
    valid('json', CreateApiKeyInput),
    async (c) => reply(c, NewApiKeyView, await createApiKey(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/:apiKeyId/revoke',
    contract({
      operationId: 'revokeApiKey',
      summary: 'End a key at once',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The key, revoked', schema: ApiKeyView } },
    }),
    valid('param', KeyParam),
    async (c) => reply(c, ApiKeyView, await revokeApiKey(c.var.ctx, c.req.valid('param').apiKeyId)),
  )
