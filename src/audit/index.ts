export { type AuditFact, recordAudit } from './record-audit.js'
export { auditRoutes } from './routes.js'
export { sealAuditEntries } from './seal-audit.js'
export { type AuditChain, verifyAuditChain } from './verify-audit-chain.js'
