import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { checkAuditChain } from './check-chain.js'
import { AUDIT_READERS, listAuditEntries } from './list-entries.js'
import { AuditChainQuery, AuditChainView, AuditPage, AuditQuery } from './schema.js'

/** The audit trail, for those who answer for it and those who inspect. */
export const auditRoutes = createRouter()
  .get(
    '/audit-entries',
    contract({
      operationId: 'listAuditEntries',
      summary: 'Who did what, newest first, with the hash that chains each entry',
      tag: 'Audit',
      roles: AUDIT_READERS,
      answers: { 200: { description: 'A page of the trail', schema: AuditPage } },
    }),
    valid('query', AuditQuery),
    async (c) => reply(c, AuditPage, await listAuditEntries(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/audit-chain',
    contract({
      operationId: 'checkAuditChain',
      summary: 'Whether the trail of a grouping is whole, recomputed now',
      tag: 'Audit',
      roles: AUDIT_READERS,
      answers: {
        200: { description: 'What the chain holds, and where it breaks', schema: AuditChainView },
      },
    }),
    valid('query', AuditChainQuery),
    async (c) => reply(c, AuditChainView, await checkAuditChain(c.var.ctx, c.req.valid('query'))),
  )
