export { type AuditFact, recordAudit } from './record-audit.js'
export { sealAuditEntries } from './seal-audit.js'
export {
  type AuditBreakReason,
  type AuditChain,
  type AuditChainReport,
  verifyAuditChain,
} from './verify-audit-chain.js'
